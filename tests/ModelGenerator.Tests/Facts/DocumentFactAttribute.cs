using KlaviyoLinq.ModelGenerator.Commands;

namespace KlaviyoLinq.ModelGenerator.Tests.Facts;

/// <summary>
/// A test that needs the official documents, which are not part of the repository; skipped where they are missing, unless <c>KLAVIYOLINQ_REQUIRE</c>
/// names <c>documents</c>.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DocumentFactAttribute : FactAttribute
{
    public DocumentFactAttribute()
    {
        bool required = (Environment.GetEnvironmentVariable("KLAVIYOLINQ_REQUIRE") ?? "").Split(' ').Contains("documents");
        if (!required
            && !RepositoryFacts.Repository.Revisions.All(revision => File.Exists(Repository.DocumentOf(RepositoryFacts.Repository.DefaultDocuments, revision))))
            Skip = "Klaviyo's OpenAPI documents are missing: put them at ../shared/klaviyo-openapi/<revision>/stable.json.";
    }
}
