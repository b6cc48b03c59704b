using System.Buffers;
using System.Text.Json;

namespace KlaviyoLinq.Emulator.Status;

/// <summary>Writes a report for programs.</summary>
internal static class StatusJson
{
    internal static ReadOnlyMemory<byte> Write(StatusReport report)
    {
        ArrayBufferWriter<byte> text = new();
        using Utf8JsonWriter json = new(text, new JsonWriterOptions { Indented = true });
        json.WriteStartObject();
        json.WriteString("catalogue", report.Catalogue);
        json.WriteString("grammar", report.Grammar);
        json.WriteString("strictness", report.Strictness);
        json.WriteString("now", report.Now);
        WriteData(json, report);
        json.WriteNumber("request_count", report.RequestCount);
        WriteArray(json, "requests", report.Requests, WriteRequest);
        WriteArray(json, "windows", report.Windows, WriteWindow);
        WriteArray(json, "faults", report.Faults, WriteFault);
        json.WriteEndObject();
        json.Flush();
        return text.WrittenMemory;
    }

    private static void WriteData(Utf8JsonWriter json, StatusReport report)
    {
        json.WriteStartObject("data");
        for (int i = 0; i < report.Accounts.Count; i++)
        {
            json.WriteStartObject(report.Accounts[i]);
            foreach ((string type, IReadOnlyList<int> counts) in report.Data)
                json.WriteNumber(type, counts[i]);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteArray<T>(Utf8JsonWriter json, string name, IReadOnlyList<T> items, Action<Utf8JsonWriter, T> write)
    {
        json.WriteStartArray(name);
        foreach (T item in items)
        {
            json.WriteStartObject();
            write(json, item);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteRequest(Utf8JsonWriter json, ReceivedRequest request)
    {
        json.WriteString("received_at", request.ReceivedAt);
        json.WriteString("method", request.Method);
        json.WriteString("path", request.Path);
        json.WriteString("query", request.Query);
        json.WriteString("account", request.Account);
        if (request.Status is { } status)
            json.WriteNumber("status", status);
        else
            json.WriteNull("status");
    }

    private static void WriteWindow(Utf8JsonWriter json, RateLimitWindow window)
    {
        json.WriteString("account", StatusText.Masked(window.Account));
        json.WriteString("counted", window.Counted);
        json.WriteNumber("seconds", window.Length.TotalSeconds);
        json.WriteNumber("limit", window.Limit);
        json.WriteNumber("used", window.Used);
        json.WriteNumber("refused", window.Refused);
        json.WriteString("resets_at", window.ResetsAt);
    }

    private static void WriteFault(Utf8JsonWriter json, (string Route, long Calls, long HitCount) fault)
    {
        json.WriteString("route", fault.Route);
        json.WriteNumber("calls", fault.Calls);
        json.WriteNumber("strikes", fault.HitCount);
    }
}
