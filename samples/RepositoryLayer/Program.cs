using Shop;
using Shop.Activity;
using Shop.Problems;
using Shop.Repositories;
using Shop.Subscribers;

// A web API over a Klaviyo account: repositories over IQueryable<T>, specifications, pages that continue after a checkpoint.
//
//   dotnet run --project samples/RepositoryLayer          with Klaviyo__ApiKey in the environment, or on an emulated account
WebApplicationBuilder builder = WebApplication.CreateBuilder(args);
await using EmulatedAccount account = await EmulatedAccount.WhereNoKeyAsync(builder);

builder.Services.AddKlaviyo(builder.Configuration);
builder.Services.AddSingleton(typeof(IRepository<>), typeof(KlaviyoRepository<>));
builder.Services.AddSingleton<IMembers, KlaviyoMembers>();
builder.Services.AddHealthChecks().AddKlaviyo();

builder.Services.AddValidation();
builder.Services.AddProblemDetails();
builder.Services.AddExceptionHandler<KlaviyoProblems>();

WebApplication app = builder.Build();
app.UseExceptionHandler();
app.UseStatusCodePages();

app.MapHealthChecks("/health");
app.MapSubscribers();
app.MapActivity();
await app.RunAsync();
