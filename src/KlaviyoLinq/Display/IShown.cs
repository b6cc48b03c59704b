namespace KlaviyoLinq.Display;

/// <summary>Object with a view for people. The view holds no key, no token and no cursor.</summary>
internal interface IShown
{
    /// <summary>View to display.</summary>
    View Show();
}
