using KlaviyoLinq.Emulator;
using KlaviyoLinq.Importing;
using KlaviyoLinq.Model;
using KlaviyoLinq.Tests.Commands;

namespace KlaviyoLinq.Tests.Importing;

/// <summary>An import with a journal continues after its process has ended, wherever that was.</summary>
public sealed class JournalTests : CommandTests, IDisposable
{
    private readonly string _file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".jsonl");

    [Fact]
    public async Task An_import_that_ended_sends_nothing_again()
    {
        await Import(350);
        int sent = Wire.Sent.Count;

        KlaviyoImportResult result = await Import(350);

        Wire.Sent.Should().HaveCount(sent);
        result.Should().BeEquivalentTo(new { Read = 350L, Sent = 350L, Completed = 350L, RejectedCount = 0L, Resumed = 350L, Requests = 0 });
    }

    [Fact]
    public async Task Further_rows_behind_the_last_one_are_imported()
    {
        await Import(150);

        KlaviyoImportResult result = await Import(170);

        result.Should().BeEquivalentTo(new { Completed = 170L, Resumed = 150L, Requests = 1 });
        Emulator.Count("catalog-category").Should().Be(170);
    }

    /// <summary>Ends the process before each entry in turn, and after it, and continues: 350 rows in 4 requests.</summary>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Wherever_it_is_interrupted_each_row_is_imported_once(bool afterEntry)
    {
        int entries = await EntriesOf(350);
        for (int interruption = 0; interruption < entries; interruption++)
        {
            Emulator.Clear();
            MemoryStore store = new() { FailsAt = interruption, FailsAfter = afterEntry };
            Func<Task> first = () => Import(350, KlaviyoJournal.In(store));
            await first.Should().ThrowAsync<InterruptedException>();

            KlaviyoImportResult result = await Import(350, KlaviyoJournal.In(store.Reopened()));

            Emulator.Count("catalog-category").Should().Be(350, "interrupted at entry {0}", interruption);
            (result.Completed + result.RejectedCount).Should().Be(350);
            result.Rejected.Should().NotContain(row => !row.MayExist, "interrupted at entry {0}", interruption);
        }
    }

    [Fact]
    public async Task A_source_that_has_changed_is_refused()
    {
        await Import(150);
        Func<Task> changed = () => Import(150, name: i => i == 120 ? "other" : $"c{i}");
        Func<Task> shorter = () => Import(140);

        await changed.Should().ThrowAsync<KlaviyoImportException>().WithMessage("The source has changed*100 to 149*");
        await shorter.Should().ThrowAsync<KlaviyoImportException>().WithMessage("The source has changed*ended after 140 rows*");
    }

    [Fact]
    public async Task A_journal_of_another_import_is_refused()
    {
        await Import(1);
        Func<Task> other = () => Klaviyo.CatalogCategories.ImportDeletionsAsync(
            AsyncEnumerable.Repeat("$custom:::$default:::c0", 1), new KlaviyoImportOptions { Journal = KlaviyoJournal.File(_file) });

        await other.Should().ThrowAsync<InvalidOperationException>().WithMessage("*bulk_create_catalog_categories*");
    }

    [Fact]
    public async Task A_line_that_was_not_written_to_its_end_says_nothing()
    {
        await Import(150);
        string[] lines = await File.ReadAllLinesAsync(_file);
        await File.WriteAllTextAsync(_file, string.Join('\n', lines[..^1]) + "\n" + lines[^1][..20]);

        KlaviyoImportResult result = await Import(150);

        result.Completed.Should().Be(150);
        Emulator.Count("catalog-category").Should().Be(150);
    }

    [Fact]
    public async Task Two_imports_cannot_use_a_journal_at_a_time()
    {
        Func<Task> nested = async () => await Klaviyo.CatalogCategories.ImportAsync(Nested(), Options(KlaviyoJournal.File(_file)));

        await nested.Should().ThrowAsync<IOException>();

        async IAsyncEnumerable<CatalogCategory> Nested()
        {
            await Import(1);
            yield return new CatalogCategory { ExternalId = "a", Name = "a" };
        }
    }

    public void Dispose() => File.Delete(_file);

    protected override void Configure(KlaviyoEmulatorOptions options) => options.Data = DataSize.Empty;

    private static KlaviyoImportOptions Options(KlaviyoJournal journal) =>
        new() { Journal = journal, PollInterval = TimeSpan.Zero, SetsAsideRejectedRows = true };

    private Task<KlaviyoImportResult> Import(int count, KlaviyoJournal? journal = null, Func<int, string>? name = null) =>
        Klaviyo.CatalogCategories.ImportAsync(
            AsyncEnumerable.Range(0, count).Select(i => new CatalogCategory { ExternalId = $"c{i}", Name = name is null ? $"c{i}" : name(i) }),
            Options(journal ?? KlaviyoJournal.File(_file)));

    private async Task<int> EntriesOf(int count)
    {
        MemoryStore store = new();
        await Import(count, KlaviyoJournal.In(store));
        return store.Entries.Count;
    }

    private sealed class InterruptedException : Exception;

    /// <summary>Store that ends the run at an entry, as a killed process does.</summary>
    private sealed class MemoryStore : IKlaviyoJournalStore
    {
        internal List<KlaviyoJournalEntry> Entries { get; init; } = [];

        internal int? FailsAt { get; init; }

        internal bool FailsAfter { get; init; }

        internal MemoryStore Reopened() => new() { Entries = Entries };

        public Task<IReadOnlyList<KlaviyoJournalEntry>> ReadAsync(CancellationToken cancellationToken) =>
            Task.FromResult<IReadOnlyList<KlaviyoJournalEntry>>([.. Entries]);

        public Task AppendAsync(KlaviyoJournalEntry entry, CancellationToken cancellationToken)
        {
            bool fails = Entries.Count == FailsAt;
            if (!fails || FailsAfter)
                Entries.Add(entry);
            return fails ? throw new InterruptedException() : Task.CompletedTask;
        }
    }
}
