namespace Snippets.Hosting;

/// <summary>Stands for whatever the reader's requests belong to.</summary>
public interface ITenant
{
    /// <summary>From when on its profiles count.</summary>
    DateTimeOffset Since { get; }
}
