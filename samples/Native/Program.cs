using System.Globalization;
using KlaviyoLinq;
using KlaviyoLinq.Samples.Native;

// Queries in a program that is compiled ahead of time: dotnet publish -r linux-x64, then run it with the address of an emulator.
if (args is not [var address])
{
    Console.Error.WriteLine("usage: Native http://127.0.0.1:8080");
    return 1;
}

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
await using var klaviyo = new KlaviyoContext(new KlaviyoOptions { ApiKey = "pk_anything", BaseAddress = new Uri(address) });
foreach ((string name, Func<KlaviyoContext, Task<string>> query) in Queries.All)
    Console.WriteLine($"{name}: {await query(klaviyo)}");

Console.WriteLine("--- limits");
foreach ((string name, Func<KlaviyoContext, Task<string>> query) in Queries.Limits)
    Console.WriteLine($"{name}: {await query(klaviyo)}");
return 0;
