using LinqToDB;
using LinqToDB.Data;
using Microsoft.EntityFrameworkCore;
using MongoDB.Driver;
using Remotion.Linq.Parsing.Structure;

namespace KlaviyoLinq.Benchmarks.Peers;

/// <summary>The query of the translation benchmark, built with LINQ and translated by other providers. Nothing is ever sent.</summary>
internal sealed class PeerQueries : IDisposable
{
    private readonly DateTime _since = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
    private readonly string?[] _emails = ["jane@example.com", "joe@example.com"];
    private readonly PeerContext _context = new();
    private readonly MongoClient _mongo = new("mongodb://localhost:1/?serverSelectionTimeoutMS=1");
    private readonly DataConnection _connection = new(new DataOptions().UseConnectionString(ProviderName.SQLiteMS, "Data Source=:memory:"));
    private readonly IQueryable<PeerProfile> _documents;
    private readonly IQueryable<PeerProfile> _rows;
    private readonly IQueryable<PeerProfile> _list = new List<PeerProfile>().AsQueryable();

    internal PeerQueries()
    {
        _documents = _mongo.GetDatabase("benchmark").GetCollection<PeerProfile>("profiles").AsQueryable();
        _rows = _connection.GetTable<PeerProfile>();
    }

    internal string EntityFramework() => Query(_context.Profiles, _since, _emails).ToQueryString();

    /// <summary>EF Core without the others, for a process that does nothing else.</summary>
    internal static string EntityFrameworkAlone()
    {
        using PeerContext context = new();
        return Query(context.Profiles, DateTime.UnixEpoch, ["jane@example.com", "joe@example.com"]).ToQueryString();
    }

    internal string Mongo() => Query(_documents, _since, _emails).ToString()!;

    internal string Linq2Db() => Query(_rows, _since, _emails).ToSqlQuery().Sql;

    internal object ReLinq() => QueryParser.CreateDefault().GetParsedQuery(Query(_list, _since, _emails).Expression);

    public void Dispose()
    {
        _context.Dispose();
        _connection.Dispose();
        _mongo.Dispose();
    }

    private static IQueryable<object> Query(IQueryable<PeerProfile> profiles, DateTime since, string?[] emails) => profiles
        .Where(p => p.Created > since && Enumerable.Contains(emails, p.Email))
        .OrderByDescending(p => p.Created)
        .Select(p => new { p.Email, p.City });
}
