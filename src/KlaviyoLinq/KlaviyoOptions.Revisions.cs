using KlaviyoLinq.Configuration;

namespace KlaviyoLinq;

/// <content>Revision and catalogue. Each determines the other, so that setting one is enough.</content>
public sealed partial class KlaviyoOptions
{
    private string? _revision;
    private bool _revisionIsGiven;
    private KlaviyoCatalogue? _catalogue;
    private bool _catalogueIsGiven;

    /// <summary>
    /// Gets or sets the revision of the API, <c>YYYY-MM-DD</c> or <c>YYYY-MM-DD.pre</c> for a beta: the header <c>revision</c>. The default is that of
    /// <see cref="Catalogue"/>, which is <c>2026-07-15</c> where neither is set. A revision that the library has no catalogue of
    /// (<see cref="KlaviyoCatalogue.Known"/>) is sent only where <see cref="Catalogue"/> is set as well.
    /// </summary>
    public string Revision
    {
        get => _revisionIsGiven ? _revision! : (_catalogue ?? KlaviyoCatalogue.Newest).Revision;
        set => (_revision, _revisionIsGiven) = (value, true);
    }

    /// <summary>
    /// Gets or sets the catalogue that queries are checked against: operations, filters and fields. The default is the catalogue of
    /// <see cref="Revision"/>, which is
    /// <see cref="KlaviyoCatalogue.Newest"/> where neither is set. The classes of the model are those of the newest revision; what an older
    /// catalogue does not list of them is refused by name.
    /// </summary>
    public KlaviyoCatalogue Catalogue
    {
        get => _catalogueIsGiven ? _catalogue! : KlaviyoCatalogue.For(OptionRules.StableRevision(Revision)) ?? KlaviyoCatalogue.Newest;
        set => (_catalogue, _catalogueIsGiven) = (value, true);
    }
}
