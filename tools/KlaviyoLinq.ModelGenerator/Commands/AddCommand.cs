using KlaviyoLinq.ModelGenerator.Comparing;
using KlaviyoLinq.ModelGenerator.Correcting;
using KlaviyoLinq.ModelGenerator.Folding;
using KlaviyoLinq.ModelGenerator.Reading;
using KlaviyoLinq.ModelGenerator.Spec;

namespace KlaviyoLinq.ModelGenerator.Commands;

/// <summary>
/// <c>generate --add</c>: takes in the document of a new revision, reports what has changed since the newest, and generates. Where a person has to
/// decide first, the facts are written, and the report says what to edit.
/// </summary>
internal static class AddCommand
{
    internal static int Run(Repository repository, string document, TextWriter output)
    {
        string previous = repository.Revision;
        string revision = NewRevision(repository, document);
        KlaviyoSpec spec = SpecFolder.Fold(SpecReader.Read(document));
        WritesSpec writes = WritesReader.Read(document);
        Change[] changes =
        [
            .. FactComparer.Compare(
                RevisionFacts.Of(GenerateCommand.Distilled(repository, previous), GenerateCommand.Writes(repository)),
                RevisionFacts.Of(spec, writes)),
        ];

        repository.Write(Repository.SpecPathOf(revision), SpecFile.Write(spec));
        repository.Write(Repository.WritesPathOf(revision), SpecFile.Write(writes));
        output.WriteLine("Changes, for CHANGELOG.md under Unreleased:\n");
        output.WriteLine(ChangelogEntry.Write(revision, previous, changes));
        List("Files that name the revision before, to look at", Mentions.Of(previous, repository.Root), output);
        string[] decisions = Decisions(repository);
        if (decisions.Length == 0)
            return GenerateCommand.WriteGenerated(repository, output, written: 2);
        List("To decide first. Edit spec/overrides.json or spec/writes.json, then run generate", decisions, output);
        return 1;
    }

    /// <summary>The revision of the document, which must be a stable one and newer than all others.</summary>
    private static string NewRevision(Repository repository, string document)
    {
        using OpenApiFile file = OpenApiFile.Open(document);
        if (!Repository.IsRevision(file.Revision))
            throw new SpecificationException($"{document} is of version '{file.Revision}', which is not a stable revision (a date as {repository.Revision}).");
        if (repository.Revisions.Contains(file.Revision))
            throw new SpecificationException($"Revision {file.Revision} is already in spec/. To read its document again, run generate.");
        return string.CompareOrdinal(file.Revision, repository.Revision) > 0
            ? file.Revision
            : throw new SpecificationException($"{document} is of revision {file.Revision}. Only a revision newer than {repository.Revision} can be added.");
    }

    private static string[] Decisions(Repository repository)
    {
        OverridesFile overrides = GenerateCommand.Overrides(repository);
        KlaviyoSpec[] specs = [.. repository.Revisions.Select(revision => GenerateCommand.Distilled(repository, revision))];
        string[] stale = [.. StaleCorrections.Find(specs[0], specs[1..], overrides)];
        return
        [
            .. stale,
            .. new[]
            {
                Refusal(() => GenerateCommand.Evidence(repository, GenerateCommand.Writes(repository))),
                Refusal(() => GenerateCommand.FromFacts(repository, specs[0], specs[1..], overrides)),
            }.OfType<string>().Distinct(),
        ];
    }

    private static string? Refusal(Func<object> step)
    {
        try
        {
            _ = step();
            return null;
        }
        catch (SpecificationException refusal)
        {
            return refusal.Message;
        }
    }

    private static void List(string heading, IEnumerable<string> lines, TextWriter output)
    {
        output.WriteLine($"{heading}:\n");
        foreach (string line in lines)
            output.WriteLine($"- {line}");
        output.WriteLine();
    }
}
