using System.Globalization;
using KlaviyoLinq.Checkpoints;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Requests;
using KlaviyoLinq.Wire;

namespace KlaviyoLinq.Running;

/// <summary>Fingerprints of requests: of their addresses without cursor and limit, part by part.</summary>
internal static class Fingerprints
{
    private static readonly string[] _parts =
        ["the operation, an id or a parameter", "the filter", "the sort", "the projection (fields or includes)", "the page size"];

    internal static QueryFingerprint Of(KlaviyoRequest request)
    {
        KlaviyoRequest bare = request with { Filter = null, Branches = [], Sort = null, Fieldsets = [], AdditionalFields = [], Includes = [], PageSize = null };
        string asked = RequestWriter.Write(bare);
        return QueryFingerprint.Of(
        [
            request.Operation.Id + " " + asked,
            string.Join(" | ", request.Requests().Select(one => one.Filter is { } filter ? FilterWriter.Write(filter) : ""))
                + string.Concat(RequestWriter.Headers(request)),
            $"{request.Sort?.Field} {request.Sort?.Descending}",
            RequestWriter.Write(
                bare with { Fieldsets = request.Fieldsets, AdditionalFields = request.AdditionalFields, Includes = request.Includes })[asked.Length..],
            request.PageSize?.ToString(CultureInfo.InvariantCulture) ?? "",
        ]);
    }

    /// <exception cref="KlaviyoCheckpointException">The checkpoint is of another query, or of another revision.</exception>
    internal static void Require(CheckpointState from, QueryFingerprint query, int branches, string revision)
    {
        if (from.Revision != revision)
        {
            throw new KlaviyoCheckpointException(
                KlaviyoCheckpointFault.RevisionChanged,
                $"The checkpoint was taken at revision {from.Revision}, and this context uses {revision}: a cursor may have another meaning there. Nothing was sent. Finish the run with KlaviyoOptions.Revision = \"{from.Revision}\", or start it again without ResumeFrom.");
        }

        if (from.Query.Matches(query) && from.State.Positions.Count == branches)
            return;
        string changed = string.Join(" and ", from.Query.Differences(query).Select(part => _parts[part]));
        throw new KlaviyoCheckpointException(
            KlaviyoCheckpointFault.QueryChanged,
            $"The checkpoint belongs to another query ({from.Operation}): {(changed.Length == 0 ? "it" : changed)} differs. Nothing was sent. Resume with the same query. The usual cause is a value that changes with each run, such as DateTime.UtcNow: store it with the checkpoint.");
    }
}
