using System.Net;
using System.Text;

namespace GitOps.Cake.Testing.GitHub;

/// <summary>Answers requests in this process.</summary>
internal sealed class FakeHandler(FakeGitHub github) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
        var address = request.RequestUri!;
        if (address.Host != FakeGitHub.Api.Host)
            throw new HttpRequestException(HttpRequestError.NameResolutionError, $"{address.Host} is not known.");

        var answer = new FakeExchangeRun(github).Answer(new()
        {
            Method = request.Method.Method,
            Path = FakeRequest.PathBelow(FakeGitHub.Api, address),
            Query = address.Query,
            Body = body,
            Token = request.Headers.Authorization?.Parameter,
            EntityTag = request.Headers.IfNoneMatch.FirstOrDefault()?.Tag,
            Version = request.Headers.TryGetValues("X-GitHub-Api-Version", out var versions) ? versions.First() : null,
        });
        if (answer.Status == FakeAnswer.Broken)
            throw new HttpRequestException(HttpRequestError.ConnectionError, "Connection refused");

        if (answer.Status == FakeAnswer.Never)
            await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);

        var response = new HttpResponseMessage((HttpStatusCode)answer.Status)
        {
            RequestMessage = request,
            Content = new StringContent(answer.Body, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in answer.Headers)
            response.Headers.TryAddWithoutValidation(name, value);

        return response;
    }
}
