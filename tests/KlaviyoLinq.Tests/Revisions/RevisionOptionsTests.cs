using KlaviyoLinq.Errors;

namespace KlaviyoLinq.Tests.Revisions;

public sealed class RevisionOptionsTests
{
    [Fact]
    public void Neither_set_means_the_newest_of_both()
    {
        KlaviyoOptions options = Options();
        options.Revision.Should().Be("2026-07-15");
        options.Catalogue.Should().BeSameAs(KlaviyoCatalogue.Revision20260715);
        KlaviyoCatalogue.Known[0].Should().BeSameAs(options.Catalogue);
    }

    [Fact]
    public void The_catalogue_follows_the_revision_and_the_revision_follows_the_catalogue()
    {
        foreach (KlaviyoCatalogue catalogue in KlaviyoCatalogue.Known)
        {
            KlaviyoOptions byRevision = Options(revision: catalogue.Revision);
            byRevision.Validate();
            byRevision.Catalogue.Should().BeSameAs(catalogue);

            KlaviyoOptions byCatalogue = Options(catalogue: catalogue);
            byCatalogue.Validate();
            byCatalogue.Revision.Should().Be(catalogue.Revision);
        }
    }

    [Fact]
    public void A_beta_is_judged_by_the_stable_catalogue_of_its_date()
    {
        KlaviyoOptions options = Options(revision: "2026-04-15.pre");
        options.Validate();
        options.Catalogue.Should().BeSameAs(KlaviyoCatalogue.Revision20260415);
    }

    [Theory]
    [InlineData("2026-10-15", "Revision20260715")]
    [InlineData("2025-10-15", "Revision20250715")]
    [InlineData("2021-01-01", "Revision20221017")]
    public void A_revision_without_a_catalogue_needs_one_to_be_named(string revision, string nearest)
    {
        KlaviyoConfigurationException failure = Refused(Options(revision: revision));
        failure.Option.Should().Be("Catalogue");
        failure.Message.Should().Contain(revision).And.Contain("Catalogue = KlaviyoCatalogue." + nearest).And.Contain("2025-07-15");

        Options(revision, KlaviyoCatalogue.Revision20250715).Validate();
    }

    [Fact]
    public void A_revision_and_another_catalogue_contradict_each_other()
    {
        KlaviyoConfigurationException failure = Refused(Options("2025-07-15", KlaviyoCatalogue.Revision20260715));
        failure.Option.Should().Be("Catalogue");
        failure.Message.Should().Contain("2026-07-15").And.Contain("2025-07-15").And.Contain("Catalogue = KlaviyoCatalogue.Revision20250715");

        Options("2025-07-15", KlaviyoCatalogue.Revision20250715).Validate();
    }

    [Theory]
    [InlineData("2025-07-15", true)]
    [InlineData("2025-07-16", false)]
    [InlineData("2025-07-15.pre", false)]
    [InlineData("", false)]
    public void A_catalogue_is_found_by_exactly_its_revision(string revision, bool found) =>
        (KlaviyoCatalogue.For(revision)?.Revision == revision).Should().Be(found);

    private static KlaviyoOptions Options(string? revision = null, KlaviyoCatalogue? catalogue = null)
    {
        var options = new KlaviyoOptions { ApiKey = "pk_tests" };
        if (revision is not null)
            options.Revision = revision;
        if (catalogue is not null)
            options.Catalogue = catalogue;
        return options;
    }

    private static KlaviyoConfigurationException Refused(KlaviyoOptions options) =>
        options.Invoking(refused => refused.Validate()).Should().ThrowExactly<KlaviyoConfigurationException>().Which;
}
