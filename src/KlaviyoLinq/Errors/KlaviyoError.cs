namespace KlaviyoLinq.Errors;

/// <summary>One entry of the <c>errors</c> array that Klaviyo answers with. Every member may be missing.</summary>
public sealed class KlaviyoError
{
    /// <summary>The error's id, which is the request's id in Klaviyo's logs. Wire name <c>id</c>.</summary>
    public string? Id { get; init; }

    /// <summary>The HTTP status as the document states it. Wire name <c>status</c>.</summary>
    public int? Status { get; init; }

    /// <summary>A code for programs: <c>invalid</c>, <c>not_found</c>, <c>throttled</c>. Wire name <c>code</c>.</summary>
    public string? Code { get; init; }

    /// <summary>The kind of error in words. Wire name <c>title</c>.</summary>
    public string? Title { get; init; }

    /// <summary>Description of this error. Wire name <c>detail</c>.</summary>
    public string? Detail { get; init; }

    /// <summary>The query parameter at fault: <c>filter</c>. Wire name <c>source.parameter</c>.</summary>
    public string? SourceParameter { get; init; }

    /// <summary>The place in the document at fault: <c>/data/id</c>. Wire name <c>source.pointer</c>.</summary>
    public string? SourcePointer { get; init; }

    /// <summary>The member at fault in C#, for an error about the body of a command: <c>Profile.Location.City</c>. Null for other errors.</summary>
    public string? Member { get; init; }

    /// <summary>The row at fault in the body of a command for many, from 0; null for other errors.</summary>
    public int? Row { get; init; }

    /// <summary>The profile that has an identifier already. Wire name <c>meta.duplicate_profile_id</c>.</summary>
    internal string? DuplicateProfileId { get; init; }

    /// <summary>The same error with cleaned texts.</summary>
    /// <param name="clean">Cleans a text.</param>
    internal KlaviyoError Redacted(Func<string?, string?> clean) => new()
    {
        Id = clean(Id),
        Status = Status,
        Code = clean(Code),
        Title = clean(Title),
        Detail = clean(Detail),
        SourceParameter = clean(SourceParameter),
        SourcePointer = clean(SourcePointer),
        DuplicateProfileId = clean(DuplicateProfileId),
        Member = Member,
        Row = Row,
    };

    /// <summary>The same error with other sentences.</summary>
    /// <param name="mask">Replaces the values in a sentence.</param>
    internal KlaviyoError Masked(Func<string?, string?> mask) => new()
    {
        Code = Code,
        Title = mask(Title),
        Detail = mask(Detail),
        SourceParameter = SourceParameter,
        SourcePointer = SourcePointer,
    };

    /// <summary>The same error with its member.</summary>
    internal KlaviyoError Pointing(string member, int? row) => new()
    {
        Id = Id,
        Status = Status,
        Code = Code,
        Title = Title,
        Detail = Detail,
        SourceParameter = SourceParameter,
        SourcePointer = SourcePointer,
        DuplicateProfileId = DuplicateProfileId,
        Member = member,
        Row = row,
    };

    /// <summary>Title, detail and source in one line.</summary>
    public override string ToString()
    {
        // A throttled answer says the same sentence twice.
        string text = Detail is null || Detail == Title ? Title ?? Code ?? "(no text)" : Title is null ? Detail : $"{Title} {Detail}";
        string? source = SourceParameter is not null ? $"parameter {SourceParameter}" : SourcePointer;
        return source is null ? text : $"{text} ({source})";
    }
}
