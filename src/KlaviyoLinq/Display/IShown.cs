namespace KlaviyoLinq.Display;

/// <summary>Something that can be shown to a person. What it shows holds no key, no token and no cursor.</summary>
internal interface IShown
{
    /// <summary>View to display.</summary>
    View Show();
}
