namespace KlaviyoLinq.ModelGenerator.Comparing;

/// <summary>Difference between two revisions.</summary>
/// <param name="Topic">The topic of the fact.</param>
/// <param name="Verb"><c>added</c>, <c>removed</c> or <c>changed</c>.</param>
/// <param name="Text">The fact, as Markdown.</param>
internal sealed record Change(string Topic, string Verb, string Text);
