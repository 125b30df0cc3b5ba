using System.Formats.Tar;
using System.IO.Compression;
using System.Text;
using GitOps.Cake.Tests.Charts;

namespace GitOps.Cake.Tests.Sources;

public sealed class FetchingFromTheWeb : IDisposable
{
    private readonly DirectoryInfo _files = Directory.CreateTempSubdirectory("web-");
    private readonly Fetcher _fetcher = new();

    [Fact]
    public async Task A_file_is_fetched_with_its_login_once_and_kept()
    {
        using var server = new ChartRepositoryServer(_files.FullName, ("robot", "canary-1"));
        Write("dir/values.yaml", "v: 1\n"u8.ToArray());
        var address = $"http://robot:canary-1@localhost:{server.Port}/dir/values.yaml?token=canary-2";

        (await _fetcher.ReadAsync(address)).ShouldBe("v: 1\n");
        (await _fetcher.ReadAsync(address)).ShouldBe("v: 1\n");
        var error = await _fetcher.ErrorAsync($"http://robot:canary-3@localhost:{server.Port}/dir/values.yaml");
        var missing = await _fetcher.ErrorAsync($"http://robot:canary-1@localhost:{server.Port}/gone.yaml");

        server.Requests.Count(request => request == "GET /dir/values.yaml").ShouldBe(2);
        error.ShouldContain("the server answers 401");
        missing.ShouldContain("the server answers 404");
        foreach (var text in _fetcher.Log.Lines.Append(error).Concat(Directory.EnumerateFileSystemEntries(_fetcher.Cache.Home, "*", SearchOption.AllDirectories)))
            text.ShouldNotContain("canary");
    }

    [Theory]
    [InlineData("files.tgz")]
    [InlineData("files.zip")]
    public async Task A_file_of_an_archive_is_fetched(string name)
    {
        using var server = new ChartRepositoryServer(_files.FullName);
        Write(name, Pack(name, ("dir/values.yaml", "v: 1\n")));

        (await _fetcher.ReadAsync($"http::http://localhost:{server.Port}/{name}@dir/values.yaml")).ShouldBe("v: 1\n");
    }

    [Theory]
    [InlineData("files.tgz", "../out.yaml", "leads out of it")]
    [InlineData("files.zip", "../out.yaml", "leads out of it")]
    [InlineData("files.tgz", "/etc/out.yaml", "leads out of it")]
    [InlineData("files.tgz", "link", "is a link or a device")]
    public async Task An_archive_that_reaches_out_is_refused(string name, string entry, string fact)
    {
        using var server = new ChartRepositoryServer(_files.FullName);
        Write(name, Pack(name, ("good", "x"), (entry, "y")));

        (await _fetcher.ErrorAsync($"http::http://localhost:{server.Port}/{name}@good")).ShouldContain(fact);
        Directory.Exists(Path.Combine(_fetcher.Cache.Home, "values")).ShouldBeTrue();
        Directory.EnumerateFileSystemEntries(Path.Combine(_fetcher.Cache.Home, "values")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("http::http://localhost/files.rar@a", "names no archive that can be unpacked")]
    [InlineData("http::http://localhost/files.tgz@a?checksum=sha256:1", "asks for a checksum")]
    [InlineData("http://localhost/a/../../b", "names no file of a web server")]
    [InlineData("http://localhost:1/values.yaml", "can this machine reach the server?")]
    public async Task What_cannot_be_fetched_says_why(string address, string fact) => (await _fetcher.ErrorAsync(address)).ShouldContain(fact);

    [Fact]
    public async Task What_is_too_large_is_refused()
    {
        using var server = new ChartRepositoryServer(_files.FullName);
        Write("a.yaml", new byte[2000]);
        _fetcher.Limits = new() { Download = 1000 };

        (await _fetcher.ErrorAsync($"http://localhost:{server.Port}/a.yaml")).ShouldContain("it is larger than");
    }

    public void Dispose()
    {
        _fetcher.Dispose();
        _files.Delete(recursive: true);
    }

    private void Write(string path, byte[] content)
    {
        var file = Path.Combine(_files.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }

    private static byte[] Pack(string name, params (string Path, string Text)[] entries)
    {
        using var packed = new MemoryStream();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true);
            foreach (var (path, text) in entries)
            {
                using var entry = zip.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }
        else
        {
            using var gzip = new GZipStream(packed, CompressionMode.Compress, leaveOpen: true);
            using var tar = new TarWriter(gzip);
            foreach (var (path, text) in entries)
            {
                tar.WriteEntry(path == "link"
                    ? new PaxTarEntry(TarEntryType.SymbolicLink, path) { LinkName = "/etc/passwd" }
                    : new PaxTarEntry(TarEntryType.RegularFile, path) { DataStream = new MemoryStream(Encoding.UTF8.GetBytes(text)) });
            }
        }

        return packed.ToArray();
    }
}
