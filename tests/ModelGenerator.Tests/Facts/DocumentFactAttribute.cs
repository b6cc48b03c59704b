using KlaviyoLinq.ModelGenerator.Commands;

namespace KlaviyoLinq.ModelGenerator.Tests.Facts;

/// <summary>A test that needs the official documents, which are no part of the repository; skipped where they are missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DocumentFactAttribute : FactAttribute
{
    public DocumentFactAttribute()
    {
        if (!Repository.Revisions.All(revision => File.Exists(Repository.DocumentOf(RepositoryFacts.Repository.DefaultDocuments, revision))))
            Skip = "The official documents are not beside the repository.";
    }
}
