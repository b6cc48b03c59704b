#!/usr/bin/env dotnet
// Explores a Klaviyo account from the command line: dotnet run samples/explore.cs
// Queries an emulated account, or your own (read-only) where KLAVIYO_API_KEY is set. Change the queries and run it again.

#:project ../src/KlaviyoLinq
#:project ../src/KlaviyoLinq.Emulator
#:package Spectre.Console
#:property ProjectType=Sample
// A file is compiled ahead of time otherwise, and then tables cannot look up the columns of an anonymous type.
#:property PublishAot=false

using System.Globalization;
using System.Reflection;
using KlaviyoLinq;
using KlaviyoLinq.Emulator;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;
using Spectre.Console;

string? key = Environment.GetEnvironmentVariable("KLAVIYO_API_KEY");
await using KlaviyoEmulator? emulator = string.IsNullOrEmpty(key) ? await KlaviyoEmulator.StartAsync() : null;
await using KlaviyoContext klaviyo = emulator is null
    ? new KlaviyoContext(key!)
    : new KlaviyoContext(new KlaviyoOptions { ApiKey = "pk_emulated", BaseAddress = emulator.BaseAddress });

// What is there to count?
await Show("Metrics", klaviyo.Metrics.Select(m => new { m.Id, m.Name, Integration = m.Integration!["name"] }).Take(12));

// Who came last?
DateTimeOffset since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
await Show(
    "The latest profiles",
    klaviyo.Profiles
        .Where(p => p.Created > since)
        .OrderByDescending(p => p.Created)
        .Select(p => new { p.Email, p.FirstName, p.Location.City, p.Created })
        .Take(8));

// What did they do? The metric's name and the profile's address are included by reading them.
await Show(
    "The latest events",
    klaviyo.Events
        .OrderByDescending(e => e.Datetime)
        .Select(e => new { e.Datetime, Metric = e.Metric.Name, e.Profile.Email })
        .Take(8));

// What Klaviyo cannot answer is refused before anything is sent, with the way out.
try
{
    await Show("Everybody called Jane", klaviyo.Profiles.Where(p => p.FirstName == "Jane"));
}
catch (UntranslatableQueryException refusal)
{
    Console.WriteLine(refusal.Message);
}

// The request, what it needs and costs, and the rows as a table.
static async Task Show<T>(string title, IKlaviyoQueryable<T> query)
{
    AnsiConsole.Write(new Rule(Markup.Escape(title)) { Justification = Justify.Left });
    Console.WriteLine(query.Explain());

    PropertyInfo[] columns = typeof(T).GetProperties();
    Table table = new() { Border = TableBorder.Rounded };
    table.AddColumns([.. columns.Select(column => Markup.Escape(column.Name))]);
    int rows = 0;
    await foreach (T row in query)
    {
        table.AddRow([.. columns.Select(column => Markup.Escape(Cell(column.GetValue(row))))]);
        rows++;
    }

    AnsiConsole.Write(table);
    Console.WriteLine($"{rows} rows\n");
}

static string Cell(object? value) => value switch
{
    null => "–",
    DateTimeOffset moment => moment.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture),
    _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
};
