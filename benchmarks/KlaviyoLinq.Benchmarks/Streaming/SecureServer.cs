using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace KlaviyoLinq.Benchmarks.Streaming;

/// <summary>Kestrel with TLS, one version of HTTP, and compression for those who accept it; it answers with canned pages.</summary>
internal sealed class SecureServer : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SecureServer(WebApplication app) => _app = app;

    internal int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()).Port;

    /// <param name="protocol">The version of HTTP.</param>
    /// <param name="pages">Pages of 100 profiles and of 20, which is what Klaviyo sends to those who do not ask for more.</param>
    internal static async Task<SecureServer> StartAsync(HttpProtocols protocol, IReadOnlyDictionary<int, IReadOnlyList<byte[]>> pages)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = ["application/vnd.api+json"];
            options.Providers.Add<GzipCompressionProvider>();
        });
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen =>
        {
            listen.Protocols = protocol;
            listen.UseHttps(Certificate());
        }));
        WebApplication app = builder.Build();
        app.UseResponseCompression();
        app.Run(context => AnswerAsync(context, pages));
        await app.StartAsync();
        return new SecureServer(app);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static async Task AnswerAsync(HttpContext context, IReadOnlyDictionary<int, IReadOnlyList<byte[]>> sizes)
    {
        int size = int.TryParse(context.Request.Query["page[size]"], CultureInfo.InvariantCulture, out int asked) ? asked : 20;
        int page = int.TryParse(context.Request.Query["page[cursor]"], CultureInfo.InvariantCulture, out int cursor) ? cursor : 0;
        IReadOnlyList<byte[]> pages = sizes[size];
        string bare = context.Request.Query.ContainsKey("page[size]") ? $"?page[size]={size}&" : "?";
        string next = page + 1 < pages.Count ? $"\"https://{context.Request.Host}/api/profiles{bare}page[cursor]={page + 1}\"" : "null";
        context.Response.ContentType = "application/vnd.api+json";
        await context.Response.Body.WriteAsync(CannedPages.WithoutLinks(pages[page]));
        await context.Response.WriteAsync($",\"links\":{{\"next\":{next}}}}}");
    }

    private static X509Certificate2 Certificate()
    {
        using RSA key = RSA.Create(2048);
        CertificateRequest request = new("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        DateTimeOffset now = TimeProvider.System.GetUtcNow();
        using X509Certificate2 made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
