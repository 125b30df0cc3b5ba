using System.Net;

namespace GitOps.Cake.Tests.Charts;

/// <summary>A classic chart repository: the files of a folder.</summary>
internal sealed class ChartRepositoryServer(string folder, (string User, string Password)? login = null) : ChartServer(login)
{
    public string Url => $"http://localhost:{Port}/";

    protected override void Answer(HttpListenerContext context)
    {
        var file = Path.Combine(folder, context.Request.Url!.AbsolutePath.TrimStart('/'));
        if (File.Exists(file))
        {
            Send(context.Response, File.ReadAllBytes(file), "application/octet-stream");
        }
        else
        {
            context.Response.StatusCode = 404;
        }
    }
}
