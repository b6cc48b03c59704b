using KlaviyoLinq.Catalogue;

namespace KlaviyoLinq.Forms;

/// <summary>A command as it was written: its operation and the body that was written from the assigned members.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Site">The call: the method, the C# of its argument, and the place.</param>
internal sealed record CommandForm(WriteFacts Operation, Site Site)
{
    /// <summary>The id in the path; null for an operation whose path has none.</summary>
    internal string? Id { get; init; }

    /// <summary>
    /// The value of the document's <c>data</c>, an object or an array; null for a request without a JSON body. The fields of a form are an object.
    /// </summary>
    internal BodyTerm? Data { get; init; }

    /// <summary>The document's own <c>meta</c>, which no operation takes.</summary>
    internal BodyObject? Meta { get; init; }

    /// <summary>The length of the written body in bytes.</summary>
    internal int BodyBytes { get; init; }

    /// <summary>The C# class of the entity: <c>List</c>; null where the body is not written from an entity.</summary>
    internal string? TypeName { get; init; }

    /// <summary>The wire paths of the members whose value was received: <c>name</c>, <c>location.city</c>.</summary>
    internal IReadOnlyCollection<string> Read { get; init; } = [];

    /// <summary>The wire names of the relationships whose navigation and id were assigned and disagree.</summary>
    internal IReadOnlyCollection<string> Conflicts { get; init; } = [];

    /// <summary>The wire paths of the members whose value is computed from the row that the command reads first.</summary>
    internal IReadOnlyCollection<string> Computed { get; init; } = [];

    /// <summary>The number of requests of this operation in the plan that the request belongs to.</summary>
    internal int Requests { get; init; } = 1;

    /// <summary>Indicates whether findings may show the values of the body, which are often personal data.</summary>
    internal bool ShowsValues { get; init; } = true;

    /// <summary>The clock, for the members that have to be in the past; null where the time is not known.</summary>
    internal DateTimeOffset? Now { get; init; }
}
