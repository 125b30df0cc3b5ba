using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.Versioning;
using System.Text.RegularExpressions;
using GitOps.Cake.Testing.Processes;
using GitOps.Cake.Testing.Starting;

namespace GitOps.Cake.Testing.Binaries;

/// <summary>The version that a program tells of itself: flags come and go between versions.</summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial record BinaryVersion(int Major, int Minor, string Text)
{
    public bool IsAtLeast(int major, int minor) => Major > major || (Major == major && Minor >= minor);

    public static async Task<BinaryVersion> AskAsync(string binary, Deadline deadline)
    {
        var answer = await RunAsync(binary, deadline).ConfigureAwait(false);
        return Read(answer) ?? throw new LocalControlPlaneException(
            $"""
            {Path.GetFileName(binary)} does not tell its version.
              > {binary} --version
            It answered: {answer.Trim()}
            Check that the file is the program of that name, whole, and for this machine's processor.
            """,
            Path.GetFileName(binary));
    }

    /// <summary>Reads <c>Kubernetes v1.20.2</c> and <c>etcd Version: 3.4.23</c>.</summary>
    internal static BinaryVersion? Read(string answer)
    {
        var match = VersionPattern().Match(answer);
        return match.Success
            ? new(
                int.Parse(match.Groups["major"].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(match.Groups["minor"].ValueSpan, CultureInfo.InvariantCulture),
                match.Groups["text"].Value)
            : null;
    }

    private static async Task<string> RunAsync(string binary, Deadline deadline)
    {
        using var process = new Process { StartInfo = CleanProcess.Start(binary, ["--version"], Path.GetTempPath()) };
        process.StartInfo.RedirectStandardOutput = true;
        process.StartInfo.RedirectStandardError = true;
        try
        {
            process.Start();
        }
        catch (Win32Exception problem)
        {
            throw new LocalControlPlaneException(
                $"""
                {Path.GetFileName(binary)} cannot be run: {problem.Message}
                  > {binary} --version
                Check that the file is executable (chmod +x) and made for this machine's processor.
                """,
                problem,
                Path.GetFileName(binary));
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(deadline.Token);
            var errors = process.StandardError.ReadToEndAsync(deadline.Token);
            await process.WaitForExitAsync(deadline.Token).ConfigureAwait(false);
            return await output.ConfigureAwait(false) + await errors.ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            if (!deadline.IsOver)
                throw;
            throw new LocalControlPlaneException(
                $"""
                {Path.GetFileName(binary)} did not tell its version within the {deadline.Patience.TotalSeconds:0.#} seconds of LocalControlPlaneOptions.StartTimeout.
                  > {binary} --version
                Check that the file is the program of that name.
                """,
                Path.GetFileName(binary));
        }
    }

    [GeneratedRegex(@"(?<text>v?(?<major>\d{1,4})\.(?<minor>\d{1,4})\.\S{1,60})", RegexOptions.ExplicitCapture)]
    private static partial Regex VersionPattern();
}
