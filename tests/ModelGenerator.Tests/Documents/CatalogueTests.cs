using KlaviyoLinq.ModelGenerator.Commands;
using KlaviyoLinq.ModelGenerator.Tests.Facts;

namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>The catalogues of all revisions, held against their official documents entry by entry, in both directions.</summary>
public sealed class CatalogueTests
{
    [DocumentFact]
    public void Every_catalogue_is_what_its_document_says_but_for_named_overrides()
    {
        HashSet<Override> used = [];
        foreach (string revision in RepositoryFacts.Repository.Revisions)
        {
            string[] differences = Differences(DocumentEntries.Of(revision), Catalogue(revision));
            foreach (string difference in differences)
                used.UnionWith(Overrides.All.Where(given => given.Covers(difference)));
            differences.Where(difference => !Overrides.All.Any(given => given.Covers(difference))).Should().BeEmpty("that is revision {0}", revision);
        }

        Overrides.All.Except(used).Should().BeEmpty("an override that meets nothing is stale");
    }

    /// <summary>
    /// Documents before 2026-04-15 do not state the kind of the literals of a filter. They are of the kind that the newest document says, where
    /// it still has the filter.
    /// </summary>
    [DocumentFact]
    public void The_filters_of_older_catalogues_compare_with_the_kinds_that_the_newest_document_says()
    {
        Dictionary<string, string> kinds = DocumentEntries.Of(RepositoryFacts.Repository.Revision)
            .Where(entry => entry.Contains(" filters by ", StringComparison.Ordinal) && entry.Contains(" of ", StringComparison.Ordinal))
            .Select(entry => entry.Split(' ')).DistinctBy(words => (words[0], words[3])).ToDictionary(words => $"{words[0]} {words[3]}", words => words[^1]);
        int compared = 0;
        foreach (KlaviyoCatalogue catalogue in KlaviyoCatalogue.Known.Where(known => string.CompareOrdinal(known.Revision, "2026-04-15") < 0))
        {
            foreach (string[] words in CatalogueEntries.Of(catalogue, hasKinds: true)
                    .Select(entry => entry.Split(' ')).Where(words => words.Length == 8 && words[1] == "filters" && words[^2] == "of"))
            {
                if (!kinds.TryGetValue($"{words[0]} {words[3]}", out string? kind))
                    continue;

                // The newest document lets a timestamp be compared with any number; the attribute is a whole number at every revision.
                words[^1]
                    .Should()
                    .Be(words[3] == "timestamp" && kind == "number" ? "integer" : kind, "that is {0} of {1} at {2}", words[3], words[0], catalogue.Revision);
                compared++;
            }
        }

        compared.Should().BeGreaterThan(1000);
    }

    /// <summary>A control: each entry of a spoilt catalogue is found.</summary>
    [DocumentTheory]
    [InlineData("2022-10-17", 1500)]
    [InlineData("2024-07-15", 3000)]
    [InlineData("2026-07-15", 7000)]
    public void A_catalogue_that_lacks_an_entry_or_has_one_too_many_is_found(string revision, int least)
    {
        SortedSet<string> document = DocumentEntries.Of(revision);
        string[] entries = [.. Catalogue(revision).Intersect(document)];
        entries.Length.Should().BeGreaterThan(least);
        for (int i = 0; i < entries.Length; i += 41)
        {
            SortedSet<string> spoilt = Catalogue(revision);
            spoilt.Remove(entries[i]);
            spoilt.Add(entries[i] + "x");

            string[] found = [.. Differences(document, spoilt).Except(Differences(document, Catalogue(revision)))];

            found.Should().Equal("- " + entries[i], $"+ {entries[i]}x");
        }
    }

    /// <summary>A control: every kind of entry is there.</summary>
    [DocumentTheory]
    [InlineData("/api/profiles filters by email any")]
    [InlineData("/api/events sort -datetime")]
    [InlineData("/api/events include metrics")]
    [InlineData("/api/events fields[event] metric_id")]
    [InlineData("/api/events has a cursor")]
    [InlineData("/api/events has the limits 350/s 3500/m")]
    [InlineData("/api/events requires the scope Events Read")]
    [InlineData("/api/events answers with many event")]
    [InlineData("event.metric_id is String")]
    [InlineData("event relates by metrics to many metric")]
    [InlineData("profile.subscriptions.email.marketing.consent is String")]
    public void The_document_of_2022_10_17_and_its_catalogue_say_the_same(string entry)
    {
        DocumentEntries.Of("2022-10-17").Should().Contain(entry);
        Catalogue("2022-10-17").Should().Contain(entry);
    }

    private static SortedSet<string> Catalogue(string revision) =>
        CatalogueEntries.Of(KlaviyoCatalogue.For(revision)!, hasKinds: string.CompareOrdinal(revision, "2026-04-15") >= 0);

    private static string[] Differences(SortedSet<string> document, SortedSet<string> catalogue) =>
        [.. document.Where(entry => !catalogue.Contains(entry))
            .Select(entry => "- " + entry), .. catalogue.Where(entry => !document.Contains(entry))
            .Select(entry => "+ " + entry)];
}
