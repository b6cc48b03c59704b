namespace KlaviyoLinq.ModelGenerator.Tests.Facts;

/// <summary>A test that needs the official document, which is no part of the repository; skipped where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DocumentFactAttribute : FactAttribute
{
    public DocumentFactAttribute()
    {
        if (!File.Exists(RepositoryFacts.Repository.DefaultDocument))
            Skip = "The official document is not beside the repository.";
    }
}
