using System.Text.Json.Nodes;

namespace KlaviyoLinq.Conformance.Tests.Validation;

/// <summary>Statement of the official document that Klaviyo does not follow.</summary>
/// <param name="Reason">What is deviated from, and what shows it.</param>
/// <param name="Apply">Writes into the document what is true instead, and gives the number of places.</param>
internal sealed record Deviation(string Reason, Func<JsonObject, int> Apply)
{
    public override string ToString() => Reason;
}
