namespace KlaviyoLinq.Benchmarks.Reading;

/// <summary>A page of which three members are read: id, email and city.</summary>
internal static class ThreeMemberModel
{
    internal sealed class Page
    {
        public List<Profile>? Data { get; set; }

        public WholeModel.Links? Links { get; set; }
    }

    internal sealed class Profile
    {
        public string? Id { get; set; }

        public Attributes? Attributes { get; set; }
    }

    internal sealed class Attributes
    {
        public string? Email { get; set; }

        public Location? Location { get; set; }
    }

    internal sealed class Location
    {
        public string? City { get; set; }
    }
}
