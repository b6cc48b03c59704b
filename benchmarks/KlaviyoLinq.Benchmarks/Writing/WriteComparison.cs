using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Benchmarks.Writing;

/// <summary>Comparison of writing the data of bodies with the framework's source-generated serializer for hand-written classes.</summary>
internal sealed class WriteComparison
{
    private const int Rounds = 1_000;

    private readonly WrittenBody<ProfileBody> _profile = new(
        new Profile
        {
            Email = "ada@example.com", PhoneNumber = "+441632960961", ExternalId = "x-1", FirstName = "Ada", LastName = "Lovelace", Organization = "Analytical",
            Title = "Countess", Location = new ProfileLocation { City = "London", Country = "United Kingdom", Zip = "W1" },
        },
        new ProfileBody
        {
            Email = "ada@example.com", PhoneNumber = "+441632960961", ExternalId = "x-1", FirstName = "Ada", LastName = "Lovelace", Organization = "Analytical",
            Title = "Countess", Location = new LocationBody { City = "London", Country = "United Kingdom", Zip = "W1" },
        });

    private readonly WrittenBody<VariantBody> _variant = new(
        new CatalogVariant
        {
            ExternalId = "shirt-1-m", Title = "Linen shirt, size M", Description = "Of washed linen, with buttons of horn",
            Sku = "LS-M-01", InventoryPolicy = 1,
            InventoryQuantity = 25, Price = 42.5, Url = "https://www.example.com/shirts/1?size=m",
            Images = ["https://www.example.com/shirts/1.jpg"], Published = true,
        },
        new VariantBody
        {
            ExternalId = "shirt-1-m", Title = "Linen shirt, size M", Description = "Of washed linen, with buttons of horn",
            Sku = "LS-M-01", InventoryPolicy = 1,
            InventoryQuantity = 25, Price = 42.5, Url = "https://www.example.com/shirts/1?size=m",
            Images = ["https://www.example.com/shirts/1.jpg"], Published = true,
        });

    internal static async Task RunAsync(string[] args)
    {
        WriteComparison comparison = new();
        int profile = comparison._profile.Length(BodyContext.Default.DataBodyProfileBody);
        int variant = comparison._variant.Length(BodyContext.Default.DataBodyVariantBody);
        new RatioTable("Writing a body", $"The data of a body that creates a profile with texts, {profile:N0} bytes. All candidates write the same bytes into a buffer, and with a `Utf8JsonWriter`, that are used again. As where the library writes bodies, the writer does not validate (`SkipValidation`), for System.Text.Json as well except where the table says otherwise. The library also looks for what was assigned and what the operation takes; System.Text.Json leaves out null.")
            .Add(await comparison.ProfileAsync(Rounds))
            .Add($"The same of a catalog variant with texts, numbers, a boolean and an array, {variant:N0} bytes.")
            .Add(await comparison.VariantAsync(Rounds))
            .Publish(ResultsFolder.Of(args), "write.md");
    }

    internal Task<IReadOnlyList<Measurement>> ProfileAsync(int rounds) =>
        _profile.RunAsync(BodyContext.Default.DataBodyProfileBody, WriteOnlyContext.Default.DataBodyProfileBody, rounds);

    internal Task<IReadOnlyList<Measurement>> VariantAsync(int rounds) =>
        _variant.RunAsync(BodyContext.Default.DataBodyVariantBody, WriteOnlyContext.Default.DataBodyVariantBody, rounds);
}
