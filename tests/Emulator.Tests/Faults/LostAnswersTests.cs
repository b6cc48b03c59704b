using System.Net;

namespace KlaviyoLinq.Emulator.Tests.Faults;

public sealed class LostAnswersTests : IAsyncLifetime
{
    private const string List = """{"data":{"type":"list","attributes":{"name":"Friends"}}}""";

    private KlaviyoEmulator _emulator = null!;
    private EmulatorClient _client = null!;

    public async Task InitializeAsync()
    {
        _emulator = await KlaviyoEmulator.StartAsync(o => o.Data = new DataSize { Profiles = 3, Events = 0 });
        _client = new EmulatorClient(_emulator);
    }

    public async Task DisposeAsync()
    {
        _client.Dispose();
        await _emulator.DisposeAsync();
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(20)]
    public async Task A_lost_answer_is_that_of_a_request_that_was_processed(int? afterBytes)
    {
        int before = _emulator.Count("list");
        EmulatorFaultRoute route = _emulator.Faults.On("POST /api/lists");
        using EmulatorFault fault = afterBytes is { } bytes ? route.LoseAnswer(bytes) : route.LoseAnswer();

        await _client.Invoking(c => c.Send("POST", "/api/lists", List)).Should().ThrowAsync<HttpRequestException>();

        fault.HitCount.Should().Be(1);
        _emulator.Count("list").Should().Be(before + 1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    public async Task An_answer_without_a_body_is_lost_as_well(int? afterBytes)
    {
        string id = (await _client.Send("POST", "/api/lists", List)).Body.GetProperty("data").GetProperty("id").GetString()!;
        EmulatorFaultRoute route = _emulator.Faults.On("DELETE /api/lists/{id}");
        using EmulatorFault fault = afterBytes is { } bytes ? route.LoseAnswer(bytes) : route.LoseAnswer();

        await _client.Invoking(c => c.Send("DELETE", "/api/lists/" + id)).Should().ThrowAsync<HttpRequestException>();

        _emulator.DefaultAccount.Contains("list", id).Should().BeFalse();
    }

    [Fact]
    public async Task A_reset_alone_and_an_error_alone_process_nothing()
    {
        int before = _emulator.Count("list");
        using (_emulator.Faults.On("POST /api/lists").Reset())
            await _client.Invoking(c => c.Send("POST", "/api/lists", List)).Should().ThrowAsync<HttpRequestException>();
        using (_emulator.Faults.On("POST /api/lists").Respond(503))
            (await _client.Send("POST", "/api/lists", List)).Status.Should().Be(HttpStatusCode.ServiceUnavailable);

        _emulator.Count("list").Should().Be(before);
    }

    [Theory]
    [InlineData(500)]
    [InlineData(504)]
    [InlineData(429)]
    public async Task An_error_after_processing_hides_a_success(int status)
    {
        int before = _emulator.Count("list");
        using EmulatorFault fault = _emulator.Faults.On("POST /api/lists").AfterProcessing().Call(1).Respond(status);

        Answer answer = await _client.Send("POST", "/api/lists", List);

        ((int)answer.Status).Should().Be(status);
        answer.Error.GetProperty("status").GetInt32().Should().Be(status);
        _emulator.Count("list").Should().Be(before + 1);
    }

    [Fact]
    public async Task A_stall_after_processing_holds_back_the_answer_of_a_request_that_was_processed()
    {
        int before = _emulator.Count("list");
        using EmulatorFault fault = _emulator.Faults.On("POST /api/lists").AfterProcessing().Stall();
        using CancellationTokenSource patience = new();

        Task<HttpResponseMessage> sending = _client.Http.PostAsync(
            "/api/lists", new StringContent(List, System.Text.Encoding.UTF8, "application/json"), patience.Token);
        await Patience.UntilAsync(() => _emulator.Count("list") == before + 1);
        sending.IsCompleted.Should().BeFalse();
        await patience.CancelAsync();

        await sending.Invoking(s => s.InTimeAsync()).Should().ThrowAsync<OperationCanceledException>();
        _emulator.Count("list").Should().Be(before + 1);
    }
}
