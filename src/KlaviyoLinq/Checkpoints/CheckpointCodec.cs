using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace KlaviyoLinq.Checkpoints;

/// <summary>
/// Text form of checkpoints: <c>klq1.</c> or <c>klq2.</c> and base64url. A checksum at the end finds truncated and altered texts; it protects against
/// accidents, not against attackers.
/// </summary>
internal static class CheckpointCodec
{
    private const string Family = "klq";

    // Version 2 also contains the page before the cursor. Checkpoints without one are written in version 1, which older libraries read.
    private const int Newest = 2;

    private const int ChecksumLength = 4;
    private const string Altered = "The checkpoint was truncated or altered: its checksum does not match. Use an earlier one, or start a new run.";
    private const int MaximumCount = 1 << 20;

    internal static string Write(CheckpointState state)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes, Encoding.UTF8);
        writer.Write(state.Operation);
        writer.Write7BitEncodedInt(state.Query.Bytes.Length);
        writer.Write(state.Query.Bytes);
        writer.Write(state.Revision);
        WriteText(writer, state.Account);
        writer.Write7BitEncodedInt64(state.Taken);
        writer.Write7BitEncodedInt(state.State.Positions.Count);
        bool isPlain = state.State.Positions.All(position => position is { Prior: null, Avoided: null });
        foreach (StreamPosition position in state.State.Positions)
        {
            Write(writer, position);
            if (!isPlain)
                WriteRetreat(writer, position);
        }

        WriteHashes(writer, state.State.Seen);
        if (state.State.NullsFirst is { } nullsFirst)
            writer.Write(nullsFirst);
        writer.Flush();
        writer.Write(SHA256.HashData(bytes.ToArray())[..ChecksumLength]);
        writer.Flush();
        return Family + (isPlain ? "1." : "2.") + Base64Url.EncodeToString(bytes.ToArray());
    }

    /// <summary>Reads a checkpoint, or returns why the text is not one.</summary>
    internal static (CheckpointState? State, string Fault) Read(ReadOnlySpan<char> text)
    {
        text = text.Trim();
        if (!text.StartsWith(Family, StringComparison.Ordinal)
            || text.IndexOf('.') is var dot && (dot <= Family.Length || text[Family.Length..dot].ContainsAnyExceptInRange('0', '9')))
            return (null, "The text is not a checkpoint: checkpoints begin with 'klq1.' or 'klq2.' and come from KlaviyoCheckpoint.Serialize().");
        if (!int.TryParse(text[Family.Length..dot], NumberStyles.None, CultureInfo.InvariantCulture, out int version) || version is < 1 or > Newest)
            return (null, $"The checkpoint has version {text[Family.Length..dot]}, and this version of the library reads versions 1 and 2. Use the version that wrote it, or start a new run.");
        ReadOnlySpan<char> content = text[(dot + 1)..];
        byte[] bytes = Base64Url.IsValid(content) ? Base64Url.DecodeFromChars(content) : [];
        bool isSound = bytes.Length > ChecksumLength
            && SHA256.HashData(bytes.AsSpan(..^ChecksumLength)).AsSpan(..ChecksumLength).SequenceEqual(bytes.AsSpan(^ChecksumLength..));
        return isSound ? ReadSound(bytes[..^ChecksumLength], version) : (null, Altered);
    }

    // A checkpoint altered on purpose can have a valid checksum.
    private static (CheckpointState? State, string Fault) ReadSound(byte[] bytes, int version)
    {
        try
        {
            return (Read(bytes, version), "");
        }
        catch (Exception fault) when (fault is EndOfStreamException or FormatException or IOException)
        {
            return (null, Altered);
        }
    }

    private static CheckpointState Read(byte[] bytes, int version)
    {
        using BinaryReader reader = new(new MemoryStream(bytes), Encoding.UTF8);
        string operation = reader.ReadString();
        QueryFingerprint query = QueryFingerprint.FromBytes(reader.ReadBytes(Count(reader)));
        return new CheckpointState
        {
            Operation = operation,
            Query = query,
            Revision = reader.ReadString(),
            Account = ReadText(reader),
            Taken = reader.Read7BitEncodedInt64(),
            State = new StreamState(ReadPositions(reader, version), ReadHashes(reader))
            {
                NullsFirst = reader.BaseStream.Position == reader.BaseStream.Length ? null : reader.ReadBoolean(),
            },
        };
    }

    private static void Write(BinaryWriter writer, StreamPosition position)
    {
        WriteText(writer, position.Cursor);
        writer.Write7BitEncodedInt(position.Index);
        WriteHashes(writer, position.LastIds);
        writer.Write7BitEncodedInt(position.Depth);
        writer.Write(position.AfterKey is not null);
        writer.Write7BitEncodedInt64(position.AfterKey ?? 0);
        writer.Write(position.Window is not null);
        if (position.Window is not { } window)
            return;
        writer.Write(window.IsWhole);
        writer.Write7BitEncodedInt(window.Entries.Count);
        foreach ((ulong id, long key) in window.Entries)
        {
            writer.Write(id);
            writer.Write(key);
        }
    }

    private static void WriteRetreat(BinaryWriter writer, StreamPosition position)
    {
        writer.Write(position.Avoided is not null);
        if (position.Avoided is { } avoided)
            writer.Write(avoided);
        writer.Write(position.Prior is not null);
        if (position.Prior is not { } prior)
            return;
        WriteText(writer, prior.Cursor);
        writer.Write7BitEncodedInt(prior.Index);
        WriteHashes(writer, prior.LastIds);
    }

    // The page before is one level up in the same chain, and the window ends at its last row.
    private static StreamPosition ReadRetreat(BinaryReader reader, StreamPosition position) => position with
    {
        Avoided = reader.ReadBoolean() ? reader.ReadUInt64() : null,
        Prior = reader.ReadBoolean()
            ? position with { Cursor = ReadText(reader), Index = Count(reader), LastIds = ReadHashes(reader), Depth = Math.Max(0, position.Depth - 1) }
            : null,
    };

    private static StreamPosition[] ReadPositions(BinaryReader reader, int version)
    {
        var positions = new StreamPosition[Math.Max(1, Count(reader))];
        for (int i = 0; i < positions.Length; i++)
        {
            positions[i] = new StreamPosition
            {
                Cursor = ReadText(reader),
                Index = Count(reader),
                LastIds = ReadHashes(reader),
                Depth = Count(reader),
                AfterKey = reader.ReadBoolean() ? reader.Read7BitEncodedInt64() : Nothing(reader),
                Window = reader.ReadBoolean() ? ReadWindow(reader) : null,
            };
            if (version > 1)
                positions[i] = ReadRetreat(reader, positions[i]);
        }

        return positions;
    }

    private static long? Nothing(BinaryReader reader)
    {
        reader.Read7BitEncodedInt64();
        return null;
    }

    private static SortWindow ReadWindow(BinaryReader reader)
    {
        bool isWhole = reader.ReadBoolean();
        var entries = new (ulong, long)[Count(reader)];
        for (int i = 0; i < entries.Length; i++)
            entries[i] = (reader.ReadUInt64(), reader.ReadInt64());
        return new SortWindow(entries, isWhole);
    }

    private static void WriteText(BinaryWriter writer, string? text)
    {
        writer.Write(text is not null);
        if (text is not null)
            writer.Write(text);
    }

    private static string? ReadText(BinaryReader reader) => reader.ReadBoolean() ? reader.ReadString() : null;

    private static void WriteHashes(BinaryWriter writer, IReadOnlyList<ulong> hashes)
    {
        writer.Write7BitEncodedInt(hashes.Count);
        foreach (ulong hash in hashes)
            writer.Write(hash);
    }

    private static ulong[] ReadHashes(BinaryReader reader)
    {
        ulong[] hashes = new ulong[Count(reader)];
        for (int i = 0; i < hashes.Length; i++)
            hashes[i] = reader.ReadUInt64();
        return hashes;
    }

    private static int Count(BinaryReader reader) =>
        reader.Read7BitEncodedInt() is >= 0 and <= MaximumCount and int count ? count : throw new FormatException(Altered);
}
