#!/usr/bin/env pwsh
#
# Starts this repository's build program, the one project under build/, and hands it the arguments as they are.
# Where there is bash, build.sh does the same, and starts quicker; the two share their folders and their lock.
#
# The program is compiled when the content of an input changed. Each build has a folder of its own, named by a hash of its
# inputs, so that the files of a running program never change:
#
#   .artifacts/build/<hash>/     finished builds
#   .artifacts/build/.frosting   whether the feeds have the Cake.Frosting package
#   .artifacts/build/.work/      MSBuild's obj and bin
#
# UseCakeFrostingPackage=true|false in the environment says whether to build on the Cake.Frosting package or on the
# stand-in in src/. Not set, the feeds are asked once, and the package is taken where they have it.
#
# There is no param block: it would take arguments away from the program.

using namespace System.Diagnostics
using namespace System.IO
using namespace System.Security.Cryptography
using namespace System.Text
using namespace System.Text.RegularExpressions

$ErrorActionPreference = 'Stop'
$env:DOTNET_CLI_TELEMETRY_OPTOUT ??= '1'
$env:DOTNET_NOLOGO ??= '1'

$root = $PSScriptRoot
$store = [Path]::Combine($root, '.artifacts', 'build')
$work = [Path]::Combine($store, '.work')

function Stop-Build {
    foreach ($line in $args) { [Console]::Error.WriteLine([string] $line) }
    exit 1
}

function Stop-WithoutSdk([string] $reason) {
    Stop-Build $reason '' `
        'This build needs a .NET 10 SDK (global.json says which). Install one and start again:' `
        '  - from https://dotnet.microsoft.com/download/dotnet/10.0, or with winget: winget install Microsoft.DotNet.SDK.10' `
        '  - or without administrator rights, with https://dot.net/v1/dotnet-install.ps1 -Channel 10.0' `
        'It is looked for on the PATH, in DOTNET_ROOT and in .dotnet in your home.'
}

function Find-Dotnet {
    $name = $IsWindows ? 'dotnet.exe' : 'dotnet'
    $homeFolder = [Environment]::GetFolderPath('UserProfile')
    foreach ($folder in @($env:PATH -split [Path]::PathSeparator) + $env:DOTNET_ROOT + [Path]::Combine($homeFolder, '.dotnet')) {
        if ($folder -and [File]::Exists([Path]::Combine($folder, $name))) { return [Path]::Combine($folder, $name) }
    }
    Stop-WithoutSdk "There is no 'dotnet' on the PATH."
}

# Runs dotnet in the repository, where global.json and NuGet's configuration are looked for.
function Invoke-Dotnet([string[]] $arguments) {
    $start = [ProcessStartInfo]::new($dotnet)
    $start.WorkingDirectory = $root
    $start.RedirectStandardOutput = $start.RedirectStandardError = $true
    foreach ($argument in $arguments) { $start.ArgumentList.Add($argument) }
    # What an MSBuild above left, and servers that would outlive the lock.
    foreach ($name in 'MSBuildSDKsPath', 'MSBuildExtensionsPath', 'MSBUILD_EXE_PATH') { [void] $start.Environment.Remove($name) }
    $start.Environment['DOTNET_CLI_USE_MSBUILD_SERVER'] = '0'
    $start.Environment['DOTNET_CLI_UI_LANGUAGE'] = 'en'
    $process = [Process]::Start($start)
    $errors = $process.StandardError.ReadToEndAsync()
    $text = $process.StandardOutput.ReadToEnd() + $errors.GetAwaiter().GetResult()
    $process.WaitForExit()
    @{ ExitCode = $process.ExitCode; Text = $text.Trim() }
}

function Get-Inputs {
    $files = [Collections.Generic.List[string]]::new()
    foreach ($folder in 'build', 'src') {
        $path = [Path]::Combine($root, $folder)
        if ([Directory]::Exists($path)) {
            $files.AddRange([string[]] @([Directory]::EnumerateFiles($path, '*', 'AllDirectories') -notmatch '[\\/](bin|obj)[\\/]'))
        }
    }
    $files.AddRange([Directory]::EnumerateFiles($root, 'Directory.*'))
    for ($above = $root; $above; $above = [Path]::GetDirectoryName($above)) {
        foreach ($name in 'global.json', '.editorconfig', 'Directory.Build.targets', 'Directory.Build.rsp') {
            $path = [Path]::Combine($above, $name)
            if ([File]::Exists($path) -and -not $files.Contains($path)) { $files.Add($path) }
        }
    }
    $files.Sort([StringComparer]::Ordinal)
    $files
}

function Get-Hash([string[]] $files, [string[]] $facts) {
    $text = [StringBuilder]::new()
    foreach ($fact in $facts) { [void] $text.AppendLine($fact) }
    foreach ($file in $files) {
        [void] $text.Append([Convert]::ToHexString([SHA256]::HashData([File]::ReadAllBytes($file)))).Append(' ').AppendLine($file)
    }
    [Convert]::ToHexString([SHA256]::HashData([Encoding]::UTF8.GetBytes($text.ToString()))).Substring(0, 20).ToLowerInvariant()
}

# The value of the MSBuild property UseCakeFrostingPackage: empty where no project asks for the package.
function Get-UseCakeFrostingPackage {
    $wanted = $env:UseCakeFrostingPackage
    if ($wanted -and $wanted -cnotin 'true', 'false') {
        Stop-Build "UseCakeFrostingPackage is '$wanted'; it must be true, false or not set."
    }
    $props = [Path]::Combine($root, 'Directory.Packages.props')
    $version = [File]::Exists($props) ? [Regex]::Match([File]::ReadAllText($props), 'Include="Cake\.Frosting" +Version="([^"]+)"').Groups[1].Value : ''
    if ($wanted -ceq 'false' -or -not $version) { return $wanted }

    $answer = Get-FeedsAnswer $version
    if ($wanted -ceq 'true' -and $answer -cne 'true') {
        Stop-Build "UseCakeFrostingPackage=true, but the NuGet feeds of this machine do not have Cake.Frosting $version." `
            "Add a feed that has it ('dotnet nuget add source URL'), or unset UseCakeFrostingPackage to build on the stand-in."
    }
    $answer
}

# Asks the feeds, which takes a second, and keeps the answer for as long as the version and NuGet's configuration are the same.
function Get-FeedsAnswer([string] $version) {
    $settings = [Collections.Generic.List[string]]::new()
    for ($above = $root; $above; $above = [Path]::GetDirectoryName($above)) {
        foreach ($name in 'nuget.config', 'NuGet.config', 'NuGet.Config') { $settings.Add([Path]::Combine($above, $name)) }
    }
    $settings.Add([Path]::Combine([Environment]::GetFolderPath('UserProfile'), '.nuget', 'NuGet', 'NuGet.Config'))
    $settings.Add([Path]::Combine([Environment]::GetFolderPath('ApplicationData'), 'NuGet', 'NuGet.Config'))
    $remembered = [Path]::Combine($store, '.frosting')
    $question = Get-Hash ([Linq.Enumerable]::Where($settings, [Func[string, bool]] { [File]::Exists($args[0]) })) $version
    $known = [File]::Exists($remembered) ? [File]::ReadAllText($remembered).Trim() : ''
    if ($known -in "true $question", "false $question") { return ($known -split ' ')[0] }

    $probe = [Path]::Combine($store, '.probe')
    $asked = Invoke-Dotnet 'package', 'download', "Cake.Frosting@$version", '--output', $probe
    if ([Directory]::Exists($probe)) { [Directory]::Delete($probe, $true) }
    if ($asked.ExitCode -ne 0 -and -not $asked.Text.Contains('Unable to find a valid package version')) {
        [Console]::Error.WriteLine("The NuGet feeds could not be asked for Cake.Frosting $version; building on the stand-in. Their answer:`n$($asked.Text)")
        return 'false'
    }
    $answer = $asked.ExitCode -eq 0 ? 'true' : 'false'
    [File]::WriteAllText($remembered, "$answer $question`n")
    $answer
}

# One build at a time; the lock is the one that build.sh takes with flock.
function Enter-Lock {
    for ($first = $true; ; $first = $false) {
        try {
            return [File]::Open([Path]::Combine($store, '.lock'), 'OpenOrCreate', 'ReadWrite', 'None')
        }
        catch [IOException] {
            if ($first) { [Console]::Error.WriteLine('Waiting for another build of the build program ...') }
            [Threading.Thread]::Sleep(500)
        }
    }
}

function Build-Program([string] $folder) {
    [Console]::Error.WriteLine('Building the build program ...')
    $stage = [Path]::Combine($store, '.stage')
    # MSBuild goes by times and would miss an older file that comes back, so nothing of the last build is built on.
    foreach ($old in $stage, [Path]::Combine($work, 'bin'), [Path]::Combine($work, 'obj')) {
        if ([Directory]::Exists($old)) { [Directory]::Delete($old, $true) }
    }
    [File]::Delete([Path]::Combine($work, '.state'))
    $arguments = 'publish', $project, '--configuration', 'Release', '--nologo', '--verbosity', 'quiet', '--tl:off', '-nodeReuse:false',
        "-p:ArtifactsPath=$work", "-p:PublishDir=$stage/", '-p:UseAppHost=false',
        '-p:RunAnalyzers=false', '-p:GenerateDocumentationFile=false', '-p:UseSharedCompilation=false'
    if ($frosting) { $arguments += "-p:UseCakeFrostingPackage=$frosting" }
    $built = Invoke-Dotnet $arguments
    if ($built.Text) { [Console]::Error.WriteLine($built.Text) }
    if ($built.ExitCode -ne 0) { Stop-Build 'The build program could not be built; the errors stand above.' }
    if ((Get-Hash (Get-Inputs) $facts) -cne $hash) { Stop-Build 'An input of the build program changed while it was built. Start again.' }
    [Directory]::Move($stage, $folder)
}

# All but the newest three. On Windows a folder whose program runs cannot be renamed; elsewhere it could, and build.sh removes them.
function Remove-OldBuilds {
    if (-not $IsWindows) { return }
    $old = [DirectoryInfo]::new($store).GetDirectories() | Where-Object Name -NotLike '.*' |
        Sort-Object LastWriteTimeUtc -Descending | Select-Object -Skip 3
    foreach ($build in $old) {
        try {
            $trash = [Path]::Combine($store, ".old-$($build.Name)")
            [Directory]::Move($build.FullName, $trash)
            [Directory]::Delete($trash, $true)
        }
        catch [IOException], [UnauthorizedAccessException] { continue }
    }
}

$projects = @([Directory]::GetFiles([Path]::Combine($root, 'build'), '*.csproj'))
if ($projects.Count -ne 1) { Stop-Build "One project is expected in $root/build, and not: $projects" }
$project = $projects[0]
$dotnet = Find-Dotnet
$sdk = Invoke-Dotnet '--version'
if ($sdk.ExitCode -ne 0) { Stop-WithoutSdk $sdk.Text }
[void] [Directory]::CreateDirectory($work)
$frosting = Get-UseCakeFrostingPackage
$facts = $root, $sdk.Text, $frosting
$hash = Get-Hash (Get-Inputs) $facts
$folder = [Path]::Combine($store, $hash)
$program = [Path]::Combine($folder, [Path]::GetFileNameWithoutExtension($project) + '.dll')
if (-not [File]::Exists($program)) {
    $lock = Enter-Lock
    try {
        if (-not [File]::Exists($program)) {
            Build-Program $folder
            Remove-OldBuilds
        }
    }
    finally { $lock.Dispose() }
}

# Where it can, the program takes this process over, so that signals reach it.
if (-not $IsWindows -and (Get-Command Switch-Process -ErrorAction Ignore)) { Switch-Process -WithCommand (@($dotnet, $program) + $args) }
& $dotnet $program @args
exit $LASTEXITCODE
