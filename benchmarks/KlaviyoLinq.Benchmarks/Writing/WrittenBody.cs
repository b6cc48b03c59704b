using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Documents.Writing;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Benchmarks.Writing;

/// <summary>One resource as it is created, and the hand-written class with the same content. All candidates write the same bytes into one buffer.</summary>
/// <typeparam name="T">The class of the attributes.</typeparam>
internal sealed class WrittenBody<T>
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;
    private readonly Utf8JsonWriter _validating;
    private readonly KlaviyoResource _resource;
    private readonly WriteFacts _operation;
    private readonly DataBody<T> _body;

    internal WrittenBody(KlaviyoResource resource, T attributes)
    {
        _json = new Utf8JsonWriter(_buffer, MemberWriter.Options);
        _validating = new Utf8JsonWriter(_buffer);
        _resource = resource;
        _operation = KlaviyoCatalogue.Newest.Operations.OfType<WriteFacts>()
            .First(operation => operation.Family == WriteFamily.Create && !operation.IsClient && operation.ResourceType == resource.ResourceType);
        _body = new DataBody<T> { Type = resource.ResourceType, Attributes = attributes };
    }

    /// <summary>Returns the number of bytes of the body.</summary>
    /// <exception cref="InvalidOperationException">The candidates write different bytes.</exception>
    internal int Length(JsonTypeInfo<DataBody<T>> type)
    {
        Serialize(_json, type);
        byte[] expected = _buffer.WrittenSpan.ToArray();
        Write();
        return _buffer.WrittenSpan.SequenceEqual(expected) ? expected.Length : throw new InvalidOperationException("The bodies differ.");
    }

    /// <summary>Measures the candidates; the library is the last one.</summary>
    internal Task<IReadOnlyList<Measurement>> RunAsync(JsonTypeInfo<DataBody<T>> type, JsonTypeInfo<DataBody<T>> writeOnly, int rounds) =>
        new Interleaved(rounds, round: TimeSpan.FromMilliseconds(0.4))
            .Add("System.Text.Json, generated", () => Serialize(_json, type))
            .Add("the same, generated for writing only", () => Serialize(_json, writeOnly))
            .Add("the same, with a writer that validates", () => Serialize(_validating, type))
            .Add("KlaviyoLinq", Write)
            .RunAsync(warmUp: 1_000);

    private object? Serialize(Utf8JsonWriter json, JsonTypeInfo<DataBody<T>> type)
    {
        Reset(json);
        JsonSerializer.Serialize(json, _body, type);
        json.Flush();
        return null;
    }

    private object? Write()
    {
        Reset(_json);
        ResourceBody.Write(_json, _resource, _operation, id: null, isNew: true);
        _json.Flush();
        return null;
    }

    private void Reset(Utf8JsonWriter json)
    {
        _buffer.ResetWrittenCount();
        json.Reset(_buffer);
    }
}
