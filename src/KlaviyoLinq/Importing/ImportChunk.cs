using System.Security.Cryptography;
using KlaviyoLinq.Catalogue;
using KlaviyoLinq.Requests;

namespace KlaviyoLinq.Importing;

/// <summary>Rows of one request, written as they are sent.</summary>
internal sealed class ImportChunk(ImportEnvelope envelope) : IDisposable
{
    private readonly List<(int Start, int Length, long Row)> _rows = [];
    private ChunkBuffer _buffer = Begin(envelope);

    /// <summary>The request of the rows; null before the first one.</summary>
    internal KlaviyoCommand? Command { get; private set; }

    /// <summary>The number of the first row that the chunk accounts for, whether it is sent or not.</summary>
    internal long FirstRow { get; init; }

    /// <summary>The number of the last such row.</summary>
    internal long LastRow { get; set; }

    /// <summary>The numbers of the rows between them that are not sent.</summary>
    internal List<long> Without { get; } = [];

    /// <summary>The identifiers of the rows.</summary>
    internal HashSet<string> Keys { get; } = new(StringComparer.OrdinalIgnoreCase);

    internal int Count => _rows.Count;

    /// <summary>The number of bytes of the request.</summary>
    internal int Bytes => _buffer.Length + envelope.End.Length;

    internal bool MayRepeat => Command?.Repeat is not (RepeatClass.Unsafe or RepeatClass.Guarded);

    /// <summary>The numbers of the rows in the request, in its order.</summary>
    internal long[] Rows => [.. _rows.Select(row => row.Row)];

    internal void Add(ReadOnlySpan<byte> row, long number, KlaviyoCommand command)
    {
        if (_rows.Count > 0)
            _buffer.Write(","u8);
        _rows.Add((_buffer.Length, row.Length, number));
        _buffer.Write(row);

        // One row that must not be repeated makes a request that must not be.
        if (Command is null || command.Repeat is RepeatClass.Unsafe or RepeatClass.Guarded)
            Command = command;
    }

    /// <summary>Removes rows by their places in the request.</summary>
    internal void Remove(IReadOnlySet<int> places)
    {
        ChunkBuffer former = _buffer;
        (int Start, int Length, long Row)[] rows = [.. _rows];
        KlaviyoCommand command = Command!;
        _buffer = Begin(envelope);
        _rows.Clear();
        for (int place = 0; place < rows.Length; place++)
            if (places.Contains(place))
                Without.Add(rows[place].Row);
            else
                Add(former.Written.Span.Slice(rows[place].Start, rows[place].Length), rows[place].Row, command);
        former.Dispose();
    }

    /// <summary>Completes the document, which is valid until the chunk is disposed or changed.</summary>
    internal ReadOnlyMemory<byte> Document()
    {
        int end = _buffer.Length;
        _buffer.Write(envelope.End);
        ReadOnlyMemory<byte> document = _buffer.Written;
        _buffer.Cut(end);
        return document;
    }

    /// <summary>The SHA-256 of the rows.</summary>
    internal string Hash() => Convert.ToHexString(SHA256.HashData(_buffer.Written.Span[envelope.Start.Length..]));

    public void Dispose() => _buffer.Dispose();

    private static ChunkBuffer Begin(ImportEnvelope envelope)
    {
        ChunkBuffer buffer = new();
        buffer.Write(envelope.Start);
        return buffer;
    }
}
