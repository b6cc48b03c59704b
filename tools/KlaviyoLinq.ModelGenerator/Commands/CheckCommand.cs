namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary>
/// <c>check</c>: whether all generated files are what the facts say. Needs no documents; where there are some, the facts are checked against them
/// too.
/// </summary>
internal static class CheckCommand
{
    internal static int Run(Repository repository, string documents, TextWriter output)
    {
        string[] complaints = [.. Complaints(repository, documents)];
        foreach (string complaint in complaints)
            output.WriteLine(complaint);
        output.WriteLine(complaints.Length == 0
            ? $"All generated files are up to date{(repository.Revisions.All(revision => File.Exists(Repository.DocumentOf(documents, revision))) ? "" : "; not all documents are here, so distilled facts were taken as they are")}."
            : $"{complaints.Length} files are not up to date: run the generate command and commit what it writes.");
        return complaints.Length == 0 ? 0 : 1;
    }

    private static IEnumerable<string> Complaints(Repository repository, string documents)
    {
        foreach (string revision in repository.Revisions)
            foreach ((string path, string text) in GenerateCommand.Distil(repository, revision, Repository.DocumentOf(documents, revision)))
                if (repository.Read(path) != text)
                    yield return $"stale: {path} (the document says otherwise)";

        SortedDictionary<string, string> files = GenerateCommand.FromFacts(repository);
        foreach ((string path, string text) in files)
        {
            string? found = repository.Read(path);
            if (found is null)
                yield return $"missing: {path}";
            else if (found != text)
                yield return $"stale: {path}";
        }

        foreach (string path in GenerateCommand.Superfluous(repository, files))
            yield return $"superfluous: {path}";
    }
}
