using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Emulator.Documents;
using KlaviyoLinq.Emulator.Fieldsets;
using KlaviyoLinq.Emulator.QueryStrings;

namespace KlaviyoLinq.Emulator.Server;

/// <summary>Attributes that the answer of a request that writes shows.</summary>
/// <param name="Reader">The GET operation that shows the same; null where the answer shows no resource.</param>
/// <param name="Fields">The members of <c>fields[type]</c>; null without it.</param>
/// <param name="Additional">The members of <c>additional-fields[type]</c>.</param>
internal sealed record AnswerFields(ReadFacts? Reader, IReadOnlyList<string>? Fields, IReadOnlyList<string> Additional)
{
    private const string Company = "company_id";

    /// <summary>Reads the query parameters: fieldsets of the answer's type, and the company of <c>/client</c>.</summary>
    internal static (AnswerFields Fields, ApiError? Error) Read(OperationFacts operation, ReadFacts? reader, IReadOnlyList<RawParameter> parameters)
    {
        AnswerFields all = new(reader, null, []);
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach ((string name, string value) in parameters.Select(p => (p.Name, p.Value)))
        {
            if (!seen.Add(name))
                return (all, ApiError.Invalid(name, $"The parameter '{name}' may be given only once."));
            if (operation.IsClient && name == Company || operation is ReportFacts)
                continue;
            string? type = (operation as WriteFacts)?.AnswerType;
            FieldsetFacts? listed = reader is null ? null
                : name == $"fields[{type}]" ? reader.FindFieldset(type!)
                : name == $"additional-fields[{type}]" ? reader.FindAdditionalFields(type!)
                : null;
            if (listed is null)
                return (all, ApiError.Invalid(name, $"'{name}' is not an allowed parameter for this resource."));
            (string[] members, string? unlisted) = FieldsetReader.Read(value, listed);
            if (unlisted is not null)
                return (all, ApiError.Invalid(name, $"'{unlisted}' is not a valid field for the resource type '{type}'."));
            all = name.StartsWith('f') ? all with { Fields = members } : all with { Additional = members };
        }
        return operation.IsClient && !seen.Contains(Company)
            ? (all, ApiError.Invalid(Company, $"The parameter '{Company}' is required."))
            : (all, null);
    }
}
