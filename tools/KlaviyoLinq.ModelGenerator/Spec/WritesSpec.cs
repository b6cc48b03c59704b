namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>Distilled facts of the POST, PATCH and DELETE operations of one revision, and of the objects within their bodies.</summary>
internal sealed class WritesSpec
{
    public required string Revision { get; init; }

    /// <summary>The operations, in the ordinal order of their methods and paths.</summary>
    public required IReadOnlyList<WriteSpec> Operations { get; init; }

    /// <summary>The components, in the ordinal order of their names. A component of the same name in an answer may have other members.</summary>
    public required IReadOnlyList<ComponentSpec> Components { get; init; }
}
