using System.Buffers;
using System.Text.Json;
using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Bodies;
using KlaviyoLinq.Model;
using KlaviyoLinq.Model.Components;

namespace KlaviyoLinq.Benchmarks.Writing;

/// <summary>Comparison of writing the attributes of a profile with the framework's source-generated serializer for a hand-written class.</summary>
internal sealed class WriteComparison
{
    private readonly ArrayBufferWriter<byte> _buffer = new(4096);
    private readonly Utf8JsonWriter _json;

    private readonly Profile _profile = new()
    {
        Email = "ada@example.com", PhoneNumber = "+441632960961", ExternalId = "x-1", FirstName = "Ada", LastName = "Lovelace", Organization = "Analytical",
        Title = "Countess", Location = new ProfileLocation { City = "London", Country = "United Kingdom", Zip = "W1" },
    };

    private readonly ProfileBody _body = new()
    {
        Email = "ada@example.com", PhoneNumber = "+441632960961", ExternalId = "x-1", FirstName = "Ada", LastName = "Lovelace", Organization = "Analytical",
        Title = "Countess", Location = new LocationBody { City = "London", Country = "United Kingdom", Zip = "W1" },
    };

    internal WriteComparison() => _json = new Utf8JsonWriter(_buffer);

    internal static async Task RunAsync(string[] args)
    {
        WriteComparison comparison = new();
        new RatioTable("Writing a body", $"The attributes of a profile, {comparison.Length():N0} bytes, into a buffer that is used again.")
            .Add(await comparison.RunAsync(rounds: 1_000))
            .Publish(ResultsFolder.Of(args), "write.md");
    }

    internal Task<IReadOnlyList<Measurement>> RunAsync(int rounds) => new Interleaved(rounds, round: TimeSpan.FromMilliseconds(0.4))
        .Add("System.Text.Json, generated", Serialize)
        .Add("KlaviyoLinq", Write)
        .RunAsync(warmUp: 1_000);

    private object? Serialize()
    {
        Reset();
        JsonSerializer.Serialize(_json, _body, BodyContext.Default.ProfileBody);
        _json.Flush();
        return null;
    }

    private object? Write()
    {
        Reset();
        _json.WriteStartObject();
        _profile.WriteMembers(_json, new BodyScope(withReceived: false, takes: null));
        _json.WriteEndObject();
        _json.Flush();
        return null;
    }

    private void Reset()
    {
        _buffer.ResetWrittenCount();
        _json.Reset(_buffer);
    }

    private int Length()
    {
        Write();
        return _buffer.WrittenCount;
    }
}
