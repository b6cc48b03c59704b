namespace KlaviyoLinq.Benchmarks.Reading;

/// <summary>The same without type and relationships, which costs the framework's reader least.</summary>
internal static class LeanModel
{
    internal sealed class Page
    {
        public List<Profile>? Data { get; set; }

        public WholeModel.Links? Links { get; set; }
    }

    internal sealed class Profile
    {
        public string? Id { get; set; }

        public WholeModel.Attributes? Attributes { get; set; }
    }
}
