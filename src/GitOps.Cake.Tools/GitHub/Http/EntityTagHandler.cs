using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;

namespace GitOps.Cake.GitHub.Http;

/// <summary>
/// Asks again for what it knows only whether it has changed: such an answer costs nothing of the limit of requests. Belongs to one
/// identity: another one may see other things at the same address.
/// </summary>
internal sealed class EntityTagHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int Most = 200;

    private readonly ConcurrentDictionary<Uri, Known> _known = new();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Method != HttpMethod.Get || request.RequestUri is not { } address)
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);

        request.Headers.IfNoneMatch.Clear();
        if (_known.TryGetValue(address, out var known))
            request.Headers.IfNoneMatch.Add(known.Tag);

        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        if (answer.StatusCode == HttpStatusCode.NotModified && known is not null)
        {
            answer.Dispose();
            return known.Answer(request);
        }

        if (answer is { StatusCode: HttpStatusCode.OK, Headers.ETag: { } tag } && _known.Count < Most)
            _known[address] = await Known.ReadAsync(tag, answer, GitHubCall.Current.CancellationToken).ConfigureAwait(false);

        return answer;
    }

    private sealed record Known(EntityTagHeaderValue Tag, byte[] Body, MediaTypeHeaderValue? Type, string[] Links)
    {
        public static async Task<Known> ReadAsync(EntityTagHeaderValue tag, HttpResponseMessage answer, CancellationToken cancellationToken)
        {
            var body = await answer.Content.ReadAsByteArrayAsync(cancellationToken).ConfigureAwait(false);
            return new(tag, body, answer.Content.Headers.ContentType, answer.Headers.TryGetValues("Link", out var links) ? [.. links] : []);
        }

        public HttpResponseMessage Answer(HttpRequestMessage request)
        {
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { RequestMessage = request, Content = new ByteArrayContent(Body) };
            answer.Headers.ETag = Tag;
            answer.Content.Headers.ContentType = Type;
            if (Links.Length > 0)
                answer.Headers.Add("Link", Links);

            return answer;
        }
    }
}
