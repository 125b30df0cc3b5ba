using System.Diagnostics;
using System.Net;
using GitOps.Cake.Tests.Charts;

namespace GitOps.Cake.Tests.Sources;

/// <summary>A repository, served over HTTP by git's own backend.</summary>
internal sealed class GitServer : ChartServer
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("git-");

    public GitServer((string User, string Password)? login = null)
        : base(login)
    {
        Bare = Path.Combine(_folder.FullName, "org", "repo.git");
        Work = Path.Combine(_folder.FullName, "work");
        Run(_folder.FullName, "init", "--quiet", "--bare", "--initial-branch=main", Bare);
        Run(_folder.FullName, "clone", "--quiet", Bare, Work);
    }

    /// <summary>The repository on this machine.</summary>
    public string Bare { get; }

    /// <summary>Its files.</summary>
    public string Work { get; }

    /// <summary>Where it is served.</summary>
    public string Host => $"localhost:{Port}";

    /// <summary>Commits a file, and pushes to a branch or tag.</summary>
    /// <returns>The SHA of the commit.</returns>
    public string Commit(string path, string text, string push = "HEAD:refs/heads/main")
    {
        var file = Path.Combine(Work, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
        return Push(push);
    }

    /// <summary>Commits what lies in the working tree.</summary>
    public string Push(string push)
    {
        Run(Work, "add", "--all");
        Run(Work, "-c", "user.name=t", "-c", "user.email=t@example.com", "commit", "--quiet", "--message=m");
        Run(Work, "push", "--quiet", "--force", "origin", push);
        return Run(Work, "rev-parse", "HEAD").Trim();
    }

    protected override void Answer(HttpListenerContext context)
    {
        var request = context.Request;
        var start = Start(_folder.FullName, "http-backend");
        start.RedirectStandardInput = true;
        foreach (var (name, value) in new[]
        {
            ("GIT_PROJECT_ROOT", _folder.FullName), ("GIT_HTTP_EXPORT_ALL", "1"), ("REQUEST_METHOD", request.HttpMethod), ("PATH_INFO", request.Url!.AbsolutePath),
            ("QUERY_STRING", request.Url.Query.TrimStart('?')), ("CONTENT_TYPE", request.ContentType ?? ""), ("HTTP_CONTENT_ENCODING", request.Headers["Content-Encoding"] ?? ""),
            ("GIT_PROTOCOL", request.Headers["Git-Protocol"] ?? ""),
        })
            start.Environment[name] = value;

        using var process = Process.Start(start)!;
        request.InputStream.CopyTo(process.StandardInput.BaseStream);
        process.StandardInput.Close();
        Relay(process.StandardOutput.BaseStream, context.Response);
        process.WaitForExit();
    }

    private static void Relay(Stream output, HttpListenerResponse response)
    {
        using var answer = new MemoryStream();
        output.CopyTo(answer);
        var bytes = answer.ToArray();
        var end = bytes.AsSpan().IndexOf("\r\n\r\n"u8);
        foreach (var line in System.Text.Encoding.ASCII.GetString(bytes, 0, end).Split("\r\n"))
        {
            var (name, value) = (line[..line.IndexOf(':', StringComparison.Ordinal)], line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim());
            if (name == "Status")
                response.StatusCode = int.Parse(value.Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture);
            else
                response.AddHeader(name, value);
        }

        response.OutputStream.Write(bytes.AsSpan(end + 4));
    }

    private static ProcessStartInfo Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("git", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GIT_CONFIG_GLOBAL"] = "/dev/null";
        return start;
    }

    private static string Run(string folder, params string[] arguments)
    {
        using var process = Process.Start(Start(folder, arguments))!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"git {string.Join(' ', arguments)}: {error.Result}");
    }
}
