using System.Text;
using KlaviyoLinq.Emulator.Store;

namespace KlaviyoLinq.Emulator.Documents;

/// <summary>Puts the pieces of a plan together.</summary>
internal sealed class PlanBuilder
{
    private readonly List<PlanPiece> _pieces = [];
    private readonly List<byte[]> _texts = [];
    private readonly List<bool> _inPath = [];
    private readonly StringBuilder _text = new();

    internal PlanBuilder Text(string text)
    {
        _text.Append(text);
        return this;
    }

    /// <summary>The id within a JSON string.</summary>
    internal PlanBuilder Id() => Id(false);

    /// <summary>The id as a segment of a path within a JSON string.</summary>
    internal PlanBuilder PathId() => Id(true);

    internal PlanBuilder Gap(PlanGap gap, RelationshipLayout? relationship = null)
    {
        EndText();
        _pieces.Add(new PlanPiece(new PlanRun([.. _texts], [.. _inPath]), gap, relationship));
        _texts.Clear();
        _inPath.Clear();
        return this;
    }

    internal PlanPiece[] Build() => [.. Gap(PlanGap.None)._pieces];

    private PlanBuilder Id(bool inPath)
    {
        EndText();
        _inPath.Add(inPath);
        return this;
    }

    private void EndText()
    {
        _texts.Add(Encoding.UTF8.GetBytes(_text.ToString()));
        _text.Clear();
    }
}
