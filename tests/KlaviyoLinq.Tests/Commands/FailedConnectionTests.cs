using System.Net.Sockets;
using KlaviyoLinq.Errors;
using KlaviyoLinq.Model;

namespace KlaviyoLinq.Tests.Commands;

/// <summary>A request whose connection was never made cannot have been processed, whether it has a body or none.</summary>
public sealed class FailedConnectionTests : CommandTests
{
    public static TheoryData<HttpRequestError, SocketError> Failures => new()
    {
        { HttpRequestError.NameResolutionError, SocketError.HostNotFound },
        { HttpRequestError.ConnectionError, SocketError.ConnectionRefused },
    };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_deletion_that_finds_nothing_afterwards_has_not_succeeded(HttpRequestError error, SocketError cause)
    {
        using KlaviyoContext klaviyo = NewContext(options => options.HttpMessageHandler = new Unconnected(Wire, error, cause));

        Func<Task> deleting = () => klaviyo.Lists["NOSUCH"].DeleteAsync();

        await deleting.Should().ThrowAsync<KlaviyoNotFoundException>();
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task A_creation_is_sent_again_and_made_once(HttpRequestError error, SocketError cause)
    {
        using KlaviyoContext klaviyo = NewContext(options => options.HttpMessageHandler = new Unconnected(Wire, error, cause));
        int before = Emulator.Count("list");

        await klaviyo.Lists.CreateAsync(new List { Name = "VIPs" });

        Emulator.Count("list").Should().Be(before + 1);
    }

    private sealed class Unconnected(HttpMessageHandler inner, HttpRequestError error, SocketError cause) : DelegatingHandler(inner)
    {
        private bool _hasFailed;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (_hasFailed)
                return base.SendAsync(request, cancellationToken);
            _hasFailed = true;
            throw new HttpRequestException(error, "The connection was not made.", new SocketException((int)cause));
        }
    }
}
