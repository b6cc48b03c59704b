namespace Snippets.Hosting;

/// <summary>Stands for whatever the reader's requests belong to.</summary>
public interface ITenant
{
    /// <summary>Gets the start of the tenant, before which its profiles do not count.</summary>
    DateTimeOffset Since { get; }
}
