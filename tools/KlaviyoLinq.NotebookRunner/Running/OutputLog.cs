using System.Text.Json.Nodes;
using KlaviyoLinq.NotebookRunner.Documents;
using KlaviyoLinq.NotebookRunner.Showing;

namespace KlaviyoLinq.NotebookRunner.Running;

/// <summary>The outputs of one cell, in the order in which they came, as nbformat has them.</summary>
internal sealed class OutputLog
{
    private readonly Lock _lock = new();
    private readonly List<JsonObject> _outputs = [];
    private string _cell = "";
    private string _streamName = "";
    private string _streamText = "";

    /// <summary>Begins anew.</summary>
    /// <param name="cell">The id of the cell that comes.</param>
    internal void Begin(string cell)
    {
        lock (_lock)
            (_cell, _streamName, _streamText) = (cell, "", "");
    }

    /// <summary>Adds what was written to the console; texts of one stream that follow each other are one output.</summary>
    internal void AddStream(string name, string text)
    {
        lock (_lock)
        {
            if (_streamName != name)
                CloseStream();
            (_streamName, _streamText) = (name, _streamText + text);
        }
    }

    internal void AddDisplay(object? value) => Add(place => Rich("display_data", value, place));

    internal void AddResult(int number, object value) => Add(place =>
    {
        JsonObject output = Rich("execute_result", value, place);
        output["execution_count"] = number;
        return output;
    });

    internal void AddError(CellFault fault) => Add(_ => new JsonObject
    {
        ["output_type"] = "error",
        ["ename"] = fault.Name,
        ["evalue"] = fault.Message,
        ["traceback"] = new JsonArray([.. fault.Trace.Select(line => (JsonNode)line)]),
    });

    /// <summary>Delivers the collected resources.</summary>
    internal JsonArray Take()
    {
        lock (_lock)
        {
            CloseStream();
            JsonArray outputs = new([.. _outputs]);
            _outputs.Clear();
            return outputs;
        }
    }

    private static JsonObject Rich(string type, object? value, string place)
    {
        JsonObject data = [];
        foreach ((string form, string text) in MimeBundle.Of(value, place))
            data[form] = MultilineText.Write(text);
        return new JsonObject { ["output_type"] = type, ["metadata"] = new JsonObject(), ["data"] = data };
    }

    // A value is shown outside of the lock: it may write to the console when it is asked how it looks.
    private void Add(Func<string, JsonObject> output)
    {
        JsonObject made = output($"{_cell}-{_outputs.Count}");
        lock (_lock)
        {
            CloseStream();
            _outputs.Add(made);
        }
    }

    private void CloseStream()
    {
        if (_streamText.Length > 0)
            _outputs.Add(new JsonObject { ["output_type"] = "stream", ["name"] = _streamName, ["text"] = MultilineText.Write(_streamText) });
        _streamText = "";
    }
}
