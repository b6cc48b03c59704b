namespace KlaviyoLinq.Catalogue;

/// <summary>Facts of a POST, PATCH or DELETE operation that is not a report.</summary>
internal sealed class WriteFacts(string method) : OperationFacts(method)
{
    internal required WriteFamily Family { get; init; }

    /// <summary>The type of the resource in the body's <c>data</c>; null where there is no JSON body.</summary>
    internal string? ResourceType { get; init; }

    /// <summary>Indicates whether the body's <c>data</c> is an array.</summary>
    internal bool IsMany { get; init; }

    /// <summary>Indicates whether the body is a form (<c>multipart/form-data</c>), whose fields are <see cref="Attributes"/>.</summary>
    internal bool IsForm { get; init; }

    /// <summary>Indicates whether the body may contain an id.</summary>
    internal bool HasId { get; init; }

    internal bool IdRequired { get; init; }

    /// <summary>The attributes that can be set, without those that the document marks as read-only.</summary>
    internal IReadOnlyList<AttributeFacts> Attributes { get; init; } = [];

    /// <summary>The members of the <c>meta</c> beside the body's attributes: <c>patch_properties</c>.</summary>
    internal IReadOnlyList<AttributeFacts> Meta { get; init; } = [];

    internal IReadOnlyList<BodyRelationshipFacts> Relationships { get; init; } = [];

    /// <summary>The documented statuses of success.</summary>
    internal IReadOnlyList<int> Statuses { get; init; } = [];

    /// <summary>Statuses of success that the live API sends and the document does not list.</summary>
    internal IReadOnlyList<int> UndocumentedStatuses { get; init; } = [];

    /// <summary>The type of the resource in the answer; null where the answer has no body.</summary>
    internal string? AnswerType { get; init; }

    internal required RepeatClass Repeat { get; init; }

    /// <summary>The source of <see cref="Repeat"/>.</summary>
    internal required Evidence RepeatEvidence { get; init; }

    /// <summary>The largest number of items in one request; null where none is known.</summary>
    internal int? MaximumItems { get; init; }

    /// <summary>The path of the array that <see cref="MaximumItems"/> counts: <c>attributes.profiles.data</c>.</summary>
    internal string? ItemsPath { get; init; }

    /// <summary>The largest body in decimal bytes; null where none is known.</summary>
    internal int? MaximumBytes { get; init; }

    /// <summary>Indicates whether no other request can undo the effect.</summary>
    internal bool IsIrreversible { get; init; }

    /// <summary>Rules of the body that its schema does not state.</summary>
    internal IReadOnlyList<BodyRuleFacts> Rules { get; init; } = [];
}
