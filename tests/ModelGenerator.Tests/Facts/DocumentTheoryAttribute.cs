namespace KlaviyoLinq.ModelGenerator.Tests.Facts;

/// <inheritdoc cref="DocumentFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class DocumentTheoryAttribute : TheoryAttribute
{
    public DocumentTheoryAttribute() => Skip = new DocumentFactAttribute().Skip;
}
