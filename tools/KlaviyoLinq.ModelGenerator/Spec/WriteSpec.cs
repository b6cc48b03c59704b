namespace KlaviyoLinq.ModelGenerator.Spec;

/// <summary>One POST, PATCH or DELETE operation.</summary>
internal sealed record WriteSpec
{
    public required string Id { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    public IReadOnlyList<string> Scopes { get; init; } = [];

    public required RateLimitSpec RateLimit { get; init; }

    /// <summary>The type of the resource in the body's <c>data</c>; null where there is no JSON body.</summary>
    public string? ResourceType { get; init; }

    /// <summary>Indicates whether <c>data</c> is an array.</summary>
    public bool Many { get; init; }

    /// <summary>Indicates whether the body is a form (<c>multipart/form-data</c>), whose fields are the attributes.</summary>
    public bool Form { get; init; }

    /// <summary>Indicates whether <c>data</c> may contain an id.</summary>
    public bool HasId { get; init; }

    public bool IdRequired { get; init; }

    public IReadOnlyList<MemberSpec> Attributes { get; init; } = [];

    public IReadOnlyList<MemberSpec> Meta { get; init; } = [];

    public IReadOnlyList<BodyRelationshipSpec> Relationships { get; init; } = [];

    /// <summary>The documented statuses of success.</summary>
    public IReadOnlyList<int> Statuses { get; init; } = [];

    /// <summary>The type of the resource in the answer; null where the answer has no body.</summary>
    public string? AnswerType { get; init; }
}
