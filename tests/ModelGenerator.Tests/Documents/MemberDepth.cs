namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>How deep into attributes the documents are compared: deeper they only repeat themselves, some without end.</summary>
internal static class MemberDepth
{
    internal const int Maximum = 4;
}
