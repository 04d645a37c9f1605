; The installer for one user: no elevation, drafts are never touched by installing, upgrading or removing.
; makensis for Linux brings a 64-bit stub (STUB), which is what Wine can run; that for Windows brings 32-bit ones only.
; build.py gives VERSION, FROZEN (the folder), TARGET, ICONS, SIDE (a picture), KILOBYTES, and PYTHON and SIGN where there is a certificate.
!ifdef STUB
  Target ${STUB}
!else
  Unicode true
!endif
ManifestDPIAware true
; QUICK is for trials, which make an older version to upgrade from
!ifdef QUICK
  SetCompress off
!else
  SetCompressor /SOLID lzma
!endif
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh
!include LogicLib.nsh
!include WinVer.nsh
!include x64.nsh

!define NAME "年报助手"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\nianbao"
!define CLASSES "Software\Classes"
!define KIND "Nianbao.Draft"
!define OLDEST_BUILD 17763

Name "${NAME}"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\nianbao"
InstallDirRegKey HKCU "${UNINSTALL}" "InstallLocation"
BrandingText "${NAME} ${VERSION}"
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=2052 "ProductName" "${NAME}"
VIAddVersionKey /LANG=2052 "FileDescription" "${NAME}安装程序"
VIAddVersionKey /LANG=2052 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=2052 "LegalCopyright" "木兰宽松许可证，第 2 版"

!define MUI_ICON "${ICONS}\nianbao.ico"
!define MUI_UNICON "${ICONS}\nianbao.ico"
!define MUI_WELCOMEFINISHPAGE_BITMAP "${SIDE}"
!define MUI_WELCOMEPAGE_TITLE "安装${NAME}"
!define MUI_WELCOMEPAGE_TEXT "${NAME} ${VERSION} 只装给您自己用，不需要管理员权限，也不联网。$\r$\n$\r$\n已有的草稿、历史版本和设置都不会动。如果${NAME}正开着，请先关掉。$\r$\n$\r$\n点“下一步”继续。"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\nianbao.exe"
!define MUI_FINISHPAGE_RUN_TEXT "现在打开${NAME}"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_COMPONENTS
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "SimpChinese"

!ifdef SIGN
  !uninstfinalize '"${PYTHON}" "${SIGN}" "%1"' = 0
!endif

; A running program keeps its file from being written to: ask until it is closed, or give up.
!macro WAIT_UNTIL_CLOSED un
Function ${un}WaitUntilClosed
  again:
  ${IfNot} ${FileExists} "$INSTDIR\nianbao.exe"
    Return
  ${EndIf}
  ClearErrors
  FileOpen $0 "$INSTDIR\nianbao.exe" a
  ${IfNot} ${Errors}
    FileClose $0
    Return
  ${EndIf}
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "${NAME}正在运行，或者没有权限改写安装文件夹。$\r$\n$\r$\n请先关闭${NAME}（改动会自动保存），再点“重试”。" /SD IDCANCEL IDRETRY again
  SetErrorLevel 3
  Abort "${NAME}正在运行，没有改动任何文件。"
FunctionEnd
!macroend
!insertmacro WAIT_UNTIL_CLOSED ""
!insertmacro WAIT_UNTIL_CLOSED "un."

Function .onInit
  ${IfNot} ${RunningX64}
  ${OrIfNot} ${AtLeastWin10}
  ${OrIfNot} ${AtLeastBuild} ${OLDEST_BUILD}
    MessageBox MB_OK|MB_ICONSTOP "这台电脑上装不了${NAME}：要用 64 位的 Windows 10（1809 版或更新）或 Windows 11；Windows 7、Windows 8 和 32 位的系统都不行。$\r$\n$\r$\n没有改动任何文件。请换一台电脑；草稿在哪台电脑上都能接着写。" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
FunctionEnd

; A folder that holds something else gets a folder of its own inside, so that removing never meets others' files.
Function OwnFolder
  ${If} ${FileExists} "$INSTDIR\nianbao.exe"
    Return
  ${EndIf}
  ${DirState} "$INSTDIR" $0
  ${If} $0 = 1
    StrCpy $INSTDIR "$INSTDIR\nianbao"
  ${EndIf}
FunctionEnd

Section "install"
  Call OwnFolder
  Call WaitUntilClosed
  ClearErrors
  CreateDirectory "$INSTDIR"
  FileOpen $0 "$INSTDIR\.writable" w
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "这个文件夹不能写入，请换一个文件夹：$\r$\n$INSTDIR" /SD IDOK
    SetErrorLevel 5
    Abort "安装文件夹不能写入，没有改动任何文件。"
  ${EndIf}
  FileClose $0
  Delete "$INSTDIR\.writable"
  ; modules of an older version must not be found by a newer one
  RMDir /r "$INSTDIR\_internal"
  SetOutPath "$INSTDIR"
  File /r "${FROZEN}\*"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "没能写完程序文件：磁盘可能满了，或者有文件被别的程序（例如杀毒软件）占用。草稿不受影响。请处理后重新安装。" /SD IDOK
    SetErrorLevel 6
    Abort "没能写完程序文件。"
  ${EndIf}
  WriteUninstaller "$INSTDIR\uninstall.exe"

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\nianbao.exe"
  CreateShortcut "$DESKTOP\${NAME}.lnk" "$INSTDIR\nianbao.exe"

  WriteRegStr HKCU "${CLASSES}\.nianbao" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\.nianbao\OpenWithProgids" "${KIND}" ""
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "年报草稿"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\_internal\resources\icons\program\nianbao-file.ico"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\nianbao.exe" "%1"'

  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\nianbao.exe"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "${NAME}"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  Call TellExplorer
SectionEnd

; SHCNE_ASSOCCHANGED
!macro TELL_EXPLORER un
Function ${un}TellExplorer
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
FunctionEnd
!macroend
!insertmacro TELL_EXPLORER ""
!insertmacro TELL_EXPLORER "un."

Section "un.程序"
  SectionIn RO
  Call un.WaitUntilClosed
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\nianbao.exe"
  Delete "$INSTDIR\nianbao-cli.exe"
  Delete "$INSTDIR\第三方许可.txt"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"
  Delete "$DESKTOP\${NAME}.lnk"
  ReadRegStr $0 HKCU "${CLASSES}\.nianbao" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey HKCU "${CLASSES}\.nianbao"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
  DeleteRegKey HKCU "${UNINSTALL}"
  Call un.TellExplorer
SectionEnd

Section /o "un.设置、历史版本和恢复文件" UN_DATA
  RMDir /r "$LOCALAPPDATA\nianbao"
SectionEnd

Section /o "un.“文档\${NAME}”里的全部草稿" UN_DRAFTS
  MessageBox MB_YESNO|MB_ICONEXCLAMATION|MB_DEFBUTTON2 "真的要删除“文档\${NAME}”里的全部草稿吗？删除后不能找回。" /SD IDNO IDYES remove
  Return
  remove:
  Delete "$DOCUMENTS\${NAME}\*.nianbao"
  RMDir "$DOCUMENTS\${NAME}"
SectionEnd

LangString WHAT_DATA ${LANG_SIMPCHINESE} "以后不再用${NAME}才需要删除。删除后，旧版本的草稿和没保存成的内容找不回来。"
LangString WHAT_DRAFTS ${LANG_SIMPCHINESE} "您写的年报草稿。导出的 Word 文件不会动。"
!insertmacro MUI_UNFUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${UN_DATA} $(WHAT_DATA)
  !insertmacro MUI_DESCRIPTION_TEXT ${UN_DRAFTS} $(WHAT_DRAFTS)
!insertmacro MUI_UNFUNCTION_DESCRIPTION_END
