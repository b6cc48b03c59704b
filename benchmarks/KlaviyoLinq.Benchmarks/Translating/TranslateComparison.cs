using KlaviyoLinq.Benchmarks.Measuring;
using KlaviyoLinq.Benchmarks.Peers;

namespace KlaviyoLinq.Benchmarks.Translating;

/// <summary>Comparison of translating a repeated query with building its expression tree, and with other LINQ providers.</summary>
internal static class TranslateComparison
{
    internal static async Task RunAsync(string[] args)
    {
        using SeenQuery query = new();
        using PeerQueries peers = new();
        IReadOnlyList<Measurement> own = await new Interleaved(rounds: 200)
            .Add("building the tree with LINQ's own operators", () => query.Plain().Expression)
            .Add("the same, and translating it to its address", query.TranslatePlain)
            .Add("building the tree with our operators", () => query.Typed().Expression)
            .Add("the same, and translating it to its address", query.TranslateTyped)
            .Add("the same, and beginning a run of it, up to the request of its first page", query.BeginTyped)
            .RunAsync();
        IReadOnlyList<Measurement> others = await new Interleaved(rounds: 60)
            .Add("KlaviyoLinq: building the tree and translating it", query.TranslatePlain)
            .Add("EF Core 10, ToQueryString on a cached plan", peers.EntityFramework)
            .Add("linq2db 6.5, ToSqlQuery", peers.Linq2Db)
            .Add("MongoDB.Driver 3.14, LINQ3", peers.Mongo)
            .Add("re-linq as it comes, parsing only", peers.ReLinq)
            .RunAsync();
        new RatioTable("Translating a query that has been seen before", $"Three lambdas and two captured variables: {SeenQuery.Text}.")
            .Add("Beside building the expression tree alone:")
            .Add(own)
            .Add("Beside other LINQ providers, each with a query of the same shape, from building the tree to the text of the request:")
            .Add(others)
            .Publish(ResultsFolder.Of(args), "translate.md");
    }
}
