using System.Net;
using System.Net.Http.Headers;
using System.Text;
using GitOps.Cake.Helmfile.Ports;

namespace GitOps.Cake.Sources;

/// <summary>Fetches files of web servers. A login goes to the server that the address names, and to none that it leads on to.</summary>
internal sealed class WebSource(HttpMessageInvoker http, SourceLimits limits)
{
    private const int Redirections = 10;

    /// <summary>Fetches the file of an address.</summary>
    /// <param name="address">The address.</param>
    /// <param name="file">The file that is written.</param>
    /// <param name="cancellationToken">Stops the fetching.</param>
    /// <exception cref="GitOpsException">It is not there, or is larger or slower than is safe.</exception>
    public async Task FetchAsync(SourceAddress address, string file, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(limits.Time);
        try
        {
            using var response = await SendAsync(address, limit.Token).ConfigureAwait(false);
            if (!response.IsSuccessStatusCode)
                throw Failure(address, $"the server answers {(int)response.StatusCode} {response.ReasonPhrase}.{Advice(response.StatusCode)}");

            await WriteAsync(address, response, file, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (!cancellationToken.IsCancellationRequested)
        {
            throw Failure(address, $"it takes longer than {limits.Time}.", exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            throw Failure(address, $"{exception.Message} Is the address right, and can this machine reach the server?", exception);
        }
    }

    private async Task<HttpResponseMessage> SendAsync(SourceAddress address, CancellationToken cancellationToken)
    {
        var uri = UriOf(address);
        for (var count = 0; ; count++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, uri);
            if (address.User.Reveal() is { Length: > 0 } user && uri.Authority == UriOf(address).Authority)
                request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(user))));

            var response = await http.SendAsync(request, cancellationToken).ConfigureAwait(false);
            if (response.StatusCode is not (HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect)
                || response.Headers.Location is not { } location)
                return response;

            response.Dispose();
            var next = new Uri(uri, location);
            if (count == Redirections || next.Scheme is not ("http" or "https") || (uri.Scheme == "https" && next.Scheme == "http"))
                throw Failure(address, $"the server leads on to {next.GetLeftPart(UriPartial.Path)}, which is not followed.");
            uri = next;
        }
    }

    private async Task WriteAsync(SourceAddress address, HttpResponseMessage response, string file, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var target = new FileStream(file, FileMode.CreateNew, FileAccess.Write, FileShare.None);
        await using (target.ConfigureAwait(false))
        {
            var buffer = new byte[81920];
            while (await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false) is > 0 and var read)
            {
                if (target.Position + read > limits.Download)
                    throw Failure(address, $"it is larger than {limits.Download / (1024 * 1024)} MiB.");
                await target.WriteAsync(buffer.AsMemory(0, read), cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private static Uri UriOf(SourceAddress address)
    {
        // What helps to unpack is not for the server.
        var query = string.Join('&', address.Query.Where(entry => entry.Key is not ("archive" or "checksum"))
            .Select(entry => $"{Uri.EscapeDataString(entry.Key)}={Uri.EscapeDataString(entry.Value)}"));
        return new Uri($"{address.Scheme}://{address.Host}{string.Join('/', address.Path.Split('/').Select(Uri.EscapeDataString))}{(query.Length > 0 ? $"?{query}" : "")}");
    }

    private static string Advice(HttpStatusCode code) => code switch
    {
        HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => " Put user and password in front of the host, from a variable: https://{{ requiredEnv \"LOGIN\" }}@host/path.",
        HttpStatusCode.NotFound => " Correct the path.",
        _ => "",
    };

    private static GitOpsException Failure(SourceAddress address, string reason, Exception? cause = null) =>
        new($"{address} cannot be fetched: {reason}", cause!);
}
