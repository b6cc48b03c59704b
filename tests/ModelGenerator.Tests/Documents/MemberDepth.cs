namespace KlaviyoLinq.ModelGenerator.Tests.Documents;

/// <summary>Depth to which attributes are compared: deeper ones only repeat themselves, some endlessly.</summary>
internal static class MemberDepth
{
    internal const int Maximum = 4;
}
