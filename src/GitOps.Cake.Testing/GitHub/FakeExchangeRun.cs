using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GitOps.Cake.Testing.GitHub.Description;
using GitOps.Cake.Testing.GitHub.Routes;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>One request from its arrival to its answer: faults, identity, limits, permission, the description, and what the route does.</summary>
internal sealed class FakeExchangeRun(FakeGitHub github)
{
    public FakeAnswer Answer(FakeRequest request)
    {
        lock (github.Gate)
        {
            return AnswerAlone(request);
        }
    }

    private FakeAnswer AnswerAlone(FakeRequest request)
    {
        var fault = github.Faults(request.Method, request.Path);
        var identity = github.Identify(request.Token);
        var answer = Answer(request, identity, fault);
        answer.Headers["Date"] = github.Time.GetUtcNow().ToString("r", CultureInfo.InvariantCulture);
        github.Exchanges.Enqueue(new(
            request.Method, request.Path + request.Query, request.Body, identity?.Login, Math.Max(0, answer.Status), github.Time.GetUtcNow()));
        return answer;
    }

    private FakeAnswer Answer(FakeRequest request, FakeIdentity? identity, FakeFault fault)
    {
        if (github.Limits.Before(fault) is { } held)
            return held;

        if (identity is null)
            return FakeAnswer.Refusal(401, "Bad credentials");

        if (github.Limits.Count(identity, request) is { } over)
            return over;

        var answer = Carried(request, identity);
        github.Limits.Describe(answer, identity);
        return fault switch
        {
            FakeFault.BadGatewayAfterwards => FakeAnswer.Refusal(502, "Server Error"),
            FakeFault.TimeoutAfterwards => new(FakeAnswer.Never, null),
            _ => answer,
        };
    }

    private FakeAnswer Carried(FakeRequest request, FakeIdentity identity)
    {
        if (request.Version != "2022-11-28")
            throw new DescriptionViolationException($"{request.Method} {request.Path} names no version of the API that is supported: {request.Version ?? "none"}.");

        if (request is { Method: "POST", Path: GraphQlRoutes.Path })
            return GraphQlRoutes.Answer(request, identity);

        var (call, values) = GitHubDescription.Shared.Find(request.Method, request.Path)
            ?? throw new DescriptionViolationException($"{request.Method} {request.Path} is no call that the fake knows: add it to trim.mjs and to a route.");
        if (values.TryGetValue("owner", out var owner) && (github.Repository(owner, values["repo"]) is not { } repository || !MaySee(identity, repository)))
            return FakeAnswer.NotFound();

        var body = Checked(request, call);
        if (FakePermissions.Refuses(call.Name, identity) is { } refusal)
            return refusal;

        var answer = FakeRoutes.Of(call.Name)(new() { GitHub = github, Request = request, Identity = identity, Values = values, Body = body });
        if (answer.Status < 300)
            Complete(answer, call);

        return WithEntityTag(answer, request);
    }

    private static bool MaySee(FakeIdentity identity, FakeRepository repository) => identity switch
    {
        { IsAppItself: true, App: { } app } => app.Repositories.Contains(repository.Name),
        { Repository: { } own } => own.Equals(repository.Name, StringComparison.OrdinalIgnoreCase),
        _ => true,
    };

    private static JsonObject Checked(FakeRequest request, ApiCall call)
    {
        foreach (var name in System.Web.HttpUtility.ParseQueryString(request.Query).AllKeys.Where(name => !call.Query.Contains(name)))
            throw new DescriptionViolationException($"{call.Name} has no parameter {name}.");

        if (call.Body is null)
            return [];

        var body = JsonNode.Parse(request.Body is { Length: > 0 } text ? text : "{}")!.AsObject();
        var problems = new SchemaCheck(GitHubDescription.Shared, isStrict: true).Problems(body, call.Body).ToList();
        return problems.Count == 0 ? body : throw new DescriptionViolationException($"{call.Name} was sent what GitHub does not take: {string.Join(' ', problems)}");
    }

    private static void Complete(FakeAnswer answer, ApiCall call)
    {
        if (call.Answer(answer.Status) is not { } schema)
            return;

        new SchemaFill(GitHubDescription.Shared).Fill(answer.Json, schema);
        var problems = new SchemaCheck(GitHubDescription.Shared, isStrict: false).Problems(answer.Json, schema).ToList();
        if (problems.Count > 0)
            throw new DescriptionViolationException($"{call.Name} was answered with what GitHub does not send: {string.Join(' ', problems)}");
    }

    private static FakeAnswer WithEntityTag(FakeAnswer answer, FakeRequest request)
    {
        if (request.Method != "GET" || answer.Status != 200)
            return answer;

        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(answer.Body)))[..32]}\"";
        var result = request.EntityTag == tag ? new(304, null) : answer;
        result.Headers["ETag"] = tag;
        return result;
    }
}
