using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Commands;

public sealed class CheckCommandTests : IDisposable
{
    private const string NoDocument = "there is none";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("klaviyolinq-");
    private readonly StringWriter _output = new();

    [Fact]
    public void The_generated_files_of_this_repository_are_up_to_date()
    {
        int result = CheckCommand.Run(RepositoryFacts.Repository, NoDocument, _output);
        result.Should().Be(0, _output.ToString());
    }

    [Fact]
    public void Generated_files_are_up_to_date_and_generating_again_changes_nothing()
    {
        Repository repository = Generated();
        CheckCommand.Run(repository, NoDocument, _output).Should().Be(0);
        _output.GetStringBuilder().Clear();
        GenerateCommand.Run(repository, NoDocument, _output);
        _output.ToString().Should().Contain("0 written, 0 deleted");
    }

    [Fact]
    public void Stale_missing_and_superfluous_files_are_named()
    {
        Repository repository = Generated();
        repository.Write("src/KlaviyoLinq/Model/Generated/Tag/Tag.g.cs", "// by hand");
        repository.Write("src/KlaviyoLinq/Model/Generated/Tag/Cloud.g.cs", "// by hand");
        repository.Write(CoverageCommand.Page, "All is covered.");
        repository.Delete("src/KlaviyoLinq/Model/Generated/TagGroup/TagGroup.g.cs");
        repository.Write("spec/model-api.txt", "sealed class Cloud");
        repository.Write("src/KlaviyoLinq.Dialect/Catalogue/Generated/2025-07-15.facts", "-R\ttag\n");
        repository.Write("src/KlaviyoLinq.Dialect/Catalogue/Generated/2019-01-01.facts", "-R\ttag\n");
        CheckCommand.Run(repository, NoDocument, _output).Should().Be(1);
        _output.ToString().Should()
            .Contain("stale: src/KlaviyoLinq/Model/Generated/Tag/Tag.g.cs").And
            .Contain("superfluous: src/KlaviyoLinq/Model/Generated/Tag/Cloud.g.cs").And
            .Contain("missing: src/KlaviyoLinq/Model/Generated/TagGroup/TagGroup.g.cs").And
            .Contain("stale: spec/model-api.txt").And
            .Contain("stale: docs/coverage.md").And
            .Contain("stale: src/KlaviyoLinq.Dialect/Catalogue/Generated/2025-07-15.facts").And
            .Contain("superfluous: src/KlaviyoLinq.Dialect/Catalogue/Generated/2019-01-01.facts").And
            .Contain("7 files");
    }

    [DocumentFact]
    public void Facts_that_the_document_contradicts_are_named()
    {
        Repository repository = Generated();
        repository.Write(repository.SpecPath, repository.Read(repository.SpecPath)!.Replace("\"burst\": 75,", "\"burst\": 76,", StringComparison.Ordinal));
        CheckCommand.Run(repository, RepositoryFacts.Repository.DefaultDocuments, _output).Should().Be(1);
        _output.ToString().Should().Contain("stale: " + repository.SpecPath);
    }

    [DocumentFact]
    public void Facts_of_operations_that_write_which_the_document_contradicts_are_named()
    {
        Repository repository = Generated();
        repository.Write(
            repository.WritesPath, repository.Read(repository.WritesPath)!.Replace("\"steady\": 150", "\"steady\": 151", StringComparison.Ordinal));
        CheckCommand.Run(repository, RepositoryFacts.Repository.DefaultDocuments, _output).Should().Be(1);
        _output.ToString().Should().Contain("stale: " + repository.WritesPath);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Repository Generated()
    {
        var repository = new Repository(_folder.FullName);
        foreach (string revision in RepositoryFacts.Repository.Revisions)
            repository.Write(Repository.SpecPathOf(revision), RepositoryFacts.Repository.Read(Repository.SpecPathOf(revision))!);
        foreach (string path in new[] { repository.WritesPath, Repository.WriteEvidencePath })
            repository.Write(path, RepositoryFacts.Repository.Read(path)!);
        repository.Write(Repository.OverridesPath, RepositoryFacts.Repository.Read(Repository.OverridesPath)!);
        GenerateCommand.Run(repository, NoDocument, TextWriter.Null);
        return repository;
    }
}
