namespace KlaviyoLinq.Tests.Streams;

/// <summary>A check of one stream, whatever its rows are.</summary>
internal interface IStreamCheck
{
    Task CheckAsync<T>(IAsyncEnumerable<T> stream);
}
