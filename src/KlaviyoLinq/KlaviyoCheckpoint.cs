using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq;

/// <summary>
/// How far a run has come: what <see cref="KlaviyoPage{T}"/>, <see cref="KlaviyoRow{T}"/> and <see cref="Errors.KlaviyoException"/> hand out and
/// <c>ResumeFrom</c> continues from. Written down with <see cref="Serialize"/> or System.Text.Json, it outlives the process.
/// </summary>
/// <remarks>
/// It holds no key and no filter value: the query is in it as a hash. It does hold Klaviyo's cursor, in which Klaviyo keeps the sort key of the last
/// row: for a query that sorts by e-mail address, an e-mail address. So what is written down is to be kept like the rows themselves;
/// <see cref="ToString"/> and the debugger show none of it.
/// </remarks>
[JsonConverter(typeof(KlaviyoCheckpointConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public sealed class KlaviyoCheckpoint : IParsable<KlaviyoCheckpoint>, IEquatable<KlaviyoCheckpoint>
{
    internal KlaviyoCheckpoint(CheckpointState state) => State = state;

    /// <summary>The operation's id in Klaviyo's documents: <c>get_profiles</c>.</summary>
    public string Operation => State.Operation;

    /// <summary>The revision that was asked. A run is continued at the same one.</summary>
    public string Revision => State.Revision;

    /// <summary>
    /// The public id of the account that answered (header <c>CID</c>), which stays when keys change; null where no answer told it, and then nobody can
    /// check whether a run is continued in the same account.
    /// </summary>
    public string? Account => State.Account;

    /// <summary>How many rows were consumed before this place, over all runs.</summary>
    public long RowsConsumed => State.Taken;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal CheckpointState State { get; }

    /// <summary>The checkpoint as compact text for a file, a column or a queue. Holds Klaviyo's cursor: keep it like the rows themselves.</summary>
    public string Serialize() => CheckpointCodec.Write(State);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <exception cref="FormatException">The text is no checkpoint, was altered, or is of a version that this library does not know; the message says which.</exception>
    public static KlaviyoCheckpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (CheckpointState? state, string fault) = CheckpointCodec.Read(text);
        return state is null ? throw new FormatException(fault) : new KlaviyoCheckpoint(state);
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <param name="text">The text.</param>
    /// <param name="checkpoint">The checkpoint; null when the text is none that this library knows.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out KlaviyoCheckpoint? checkpoint)
    {
        CheckpointState? state = text is null ? null : CheckpointCodec.Read(text).State;
        checkpoint = state is null ? null : new KlaviyoCheckpoint(state);
        return checkpoint is not null;
    }

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: a checkpoint is the same in every culture.</param>
    /// <exception cref="FormatException">The text is no checkpoint, was altered, or is of a version that this library does not know; the message says which.</exception>
    static KlaviyoCheckpoint IParsable<KlaviyoCheckpoint>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Reads what <see cref="Serialize"/> wrote.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: a checkpoint is the same in every culture.</param>
    /// <param name="result">The checkpoint; null when the text is none that this library knows.</param>
    static bool IParsable<KlaviyoCheckpoint>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out KlaviyoCheckpoint result) => TryParse(s, out result);

    /// <summary>What the checkpoint is of, without cursor: <c>get_profiles, 1200 rows in, revision 2026-07-15, account ABC123</c>. Not for reading back: see <see cref="Serialize"/>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Operation}, {RowsConsumed} rows in, revision {Revision}, account {Account ?? "unknown"}");

    /// <summary>Whether both mark the same place in the same query.</summary>
    public bool Equals(KlaviyoCheckpoint? other) => other is not null && Serialize() == other.Serialize();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KlaviyoCheckpoint);

    /// <inheritdoc/>
    public override int GetHashCode() => Serialize().GetHashCode(StringComparison.Ordinal);
}
