using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Serialization;
using KlaviyoLinq.Checkpoints;

namespace KlaviyoLinq;

/// <summary>
/// Checkpoint of a run, from which <c>ResumeFrom</c> resumes it. It comes from a <see cref="KlaviyoPage{T}"/>, a <see cref="KlaviyoRow{T}"/> or a
/// <see cref="Errors.KlaviyoException"/>. Save it with <see cref="Serialize"/> or System.Text.Json to resume in another process.
/// </summary>
/// <remarks>
/// It contains neither the key nor filter values: the query is in it as a hash. It does contain Klaviyo's cursor, and with it the sort key of the
/// last row: for a query that sorts by e-mail address, an e-mail address. Protect a saved checkpoint like the rows. <see cref="ToString"/> and the
/// debugger do not show the cursor.
/// </remarks>
[JsonConverter(typeof(KlaviyoCheckpointConverter))]
[DebuggerDisplay("{ToString(),nq}")]
public sealed class KlaviyoCheckpoint : IParsable<KlaviyoCheckpoint>, IEquatable<KlaviyoCheckpoint>
{
    internal KlaviyoCheckpoint(CheckpointState state) => State = state;

    /// <summary>Gets the operation's id in Klaviyo's documents: <c>get_profiles</c>.</summary>
    public string Operation => State.Operation;

    /// <summary>Gets the revision of the requests. A run is resumed at the same one.</summary>
    public string Revision => State.Revision;

    /// <summary>
    /// Gets the public id of the account that answered (header <c>CID</c>), which does not depend on the key; null where no answer reported it. Then
    /// resuming cannot check the account.
    /// </summary>
    public string? Account => State.Account;

    /// <summary>Gets the number of rows consumed before this checkpoint, over all runs.</summary>
    public long RowsConsumed => State.Taken;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    internal CheckpointState State { get; }

    /// <summary>Returns the checkpoint as compact text for a file, a column or a queue. It contains Klaviyo's cursor: protect it like the rows.</summary>
    public string Serialize() => CheckpointCodec.Write(State);

    /// <summary>Parses the text of <see cref="Serialize"/>.</summary>
    /// <exception cref="FormatException">The text is not a checkpoint, was altered, or has a version that this library does not read; the message
    /// says which.</exception>
    public static KlaviyoCheckpoint Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        (CheckpointState? state, string fault) = CheckpointCodec.Read(text);
        return state is null ? throw new FormatException(fault) : new KlaviyoCheckpoint(state);
    }

    /// <summary>Parses the text of <see cref="Serialize"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="checkpoint">The checkpoint; null when the text is not one that this library reads.</param>
    /// <returns>Whether it is one.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out KlaviyoCheckpoint? checkpoint)
    {
        CheckpointState? state = text is null ? null : CheckpointCodec.Read(text).State;
        checkpoint = state is null ? null : new KlaviyoCheckpoint(state);
        return checkpoint is not null;
    }

    /// <summary>Parses the text of <see cref="Serialize"/>.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: a checkpoint is the same in every culture.</param>
    /// <exception cref="FormatException">The text is not a checkpoint, was altered, or has a version that this library does not read; the message
    /// says which.</exception>
    static KlaviyoCheckpoint IParsable<KlaviyoCheckpoint>.Parse(string s, IFormatProvider? provider) => Parse(s);

    /// <summary>Parses the text of <see cref="Serialize"/>.</summary>
    /// <param name="s">The text.</param>
    /// <param name="provider">Not used: a checkpoint is the same in every culture.</param>
    /// <param name="result">The checkpoint; null when the text is not one that this library reads.</param>
    static bool IParsable<KlaviyoCheckpoint>.TryParse(
        [NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out KlaviyoCheckpoint result) => TryParse(s, out result);

    /// <summary>
    /// Returns the content without the cursor: <c>get_profiles, 1200 rows in, revision 2026-07-15, account ABC123</c>. Not to be parsed: see
    /// <see cref="Serialize"/>.
    /// </summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Operation}, {RowsConsumed} rows in, revision {Revision}, account {Account ?? "unknown"}");

    /// <summary>Returns whether both are the same position in the same query.</summary>
    public bool Equals(KlaviyoCheckpoint? other) => other is not null && Serialize() == other.Serialize();

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as KlaviyoCheckpoint);

    /// <inheritdoc/>
    public override int GetHashCode() => Serialize().GetHashCode(StringComparison.Ordinal);
}
